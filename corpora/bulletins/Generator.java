import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Writes the corpus of bulletins: {@code java Generator.java [directory]}.
 *
 * <p>The files go to the given directory, by default the current one. Nothing but the JDK (17 or
 * later) is needed, and the same files come out byte for byte on every run. JDK 17 runs a program
 * from its source only if it is one file, so all classes are in this one.
 *
 * <p>A bulletin is a notice of four to eight sentences about weather, sport, traffic or the market,
 * with a headline and an abstract of one or two sentences. It is made from facts: who, where, how
 * many. The abstract needs some of them, and the notice holds others of the same kind, so that it
 * must be read to tell which is which. Sentences, their order after the first and their wording
 * vary.
 *
 * <p>Names are put together from syllables, figures drawn from wide ranges. A name or figure
 * belongs to one split alone, by a hash of its letters: each that the abstracts of valid and test
 * need does not occur in train, but in the notice; the tests of the project hold the corpus to
 * that.
 */
public final class Generator {
  private static final long SEED = 20_260_214L;
  private static final int TRAIN = 8_200;
  private static final int HELD_OUT = 400;
  private static final List<String> SPLITS = List.of("train", "valid", "test");
  private static final List<Function<Draw, Bulletin>> TOPICS =
      List.of(Weather::bulletin, Sport::bulletin, Traffic::bulletin, Market::bulletin);

  private Generator() {}

  /** Writes the corpus into the directory named by the first argument, or the current one. */
  public static void main(String[] args) throws IOException {
    Locale.setDefault(Locale.ROOT);
    Path directory = Path.of(args.length > 0 ? args[0] : "");
    Map<String, List<Bulletin>> splits = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (int split = 0; split < SPLITS.size(); split++) {
      splits.put(SPLITS.get(split), bulletins(split, seen));
    }
    for (Map.Entry<String, List<Bulletin>> split : splits.entrySet()) {
      StringBuilder lines = new StringBuilder();
      split.getValue().forEach(bulletin -> lines.append(bulletin.json()).append('\n'));
      Path file = directory.resolve(split.getKey() + ".jsonl");
      Files.write(file, lines.toString().getBytes(StandardCharsets.UTF_8));
      System.out.println(split.getKey() + ": " + split.getValue().size() + " bulletins");
    }
  }

  /** Those of a split, whose texts have not been seen in any; the topics take turns. */
  private static List<Bulletin> bulletins(int split, Set<String> seen) {
    Random random = new Random(SEED + split);
    Draw draw = new Draw(random, split);
    List<Bulletin> bulletins = new ArrayList<>();
    while (bulletins.size() < (split == 0 ? TRAIN : HELD_OUT)) {
      Bulletin bulletin = TOPICS.get(bulletins.size() % TOPICS.size()).apply(draw);
      if (seen.add(bulletin.text())) {
        bulletins.add(bulletin);
      }
    }
    Collections.shuffle(bulletins, random);
    return bulletins;
  }
}

/** A notice and what is to be written about it. */
record Bulletin(String text, String headline, String summary) {
  String json() {
    return "{\"text\": \"%s\", \"summary\": \"%s\\n%s\"}".formatted(text, headline, summary);
  }
}

/** Draws what facts are made of, for one split. */
final class Draw {
  private static final String[] DAYS =
      words("Monday Tuesday Wednesday Thursday Friday Saturday Sunday");
  private static final String[] FIRST =
      words(
          "Anna Ben Clara David Emma Frank Grace Henry Ines Jack Kate Leo Maria Noah Olga Paul Rosa"
              + " Sam Tara Victor");
  private static final String[] ONSETS =
      words("B Br C Cl D Dr F Fl G Gr H K Kr L M N P Pr Qu R S St T Tr V W Y Z Sk Th");
  private static final String[] VOWELS = words("a e i o u ae ei ou ia au");
  private static final String[] CODAS = words("l n r m s t x nd rk lm ck");
  private static final String[] PLACES =
      words(
          "dale ford mouth wick ham bury ton haven field bridge stead moor gate by combe minster");
  private static final String[] SURNAMES =
      words("son ov escu berg etti ez ley sen ova aki man eau ic ert");
  private static final String[] FIRMS =
      words("tech ico ium ora ex ane gen solar foods media line cor");
  private static final String[] NICKNAMES =
      words("Rovers Hawks Lions Comets Rangers Bears Wolves Giants Falcons Mariners");

  private final Random random;
  private final int split;

  Draw(Random random, int split) {
    this.random = random;
    this.split = split;
  }

  private static String[] words(String text) {
    return text.split(" ");
  }

  String one(String... of) {
    return of[random.nextInt(of.length)];
  }

  boolean coin() {
    return random.nextBoolean();
  }

  /** Draws until the hash says that it is this split's: one in ten each for valid and test. */
  private String owned(Supplier<String> draw) {
    while (true) {
      String drawn = draw.get();
      int bucket = Math.floorMod(drawn.hashCode() * 0x9E3779B1 >>> 7, 10);
      int owner = bucket == 1 ? 1 : bucket == 2 ? 2 : 0;
      if (owner == split) {
        return drawn;
      }
    }
  }

  private String stem() {
    return one(ONSETS) + one(VOWELS) + one(CODAS);
  }

  String day() {
    return one(DAYS);
  }

  String place() {
    return owned(() -> stem() + one(PLACES));
  }

  String person() {
    return one(FIRST) + " " + owned(() -> stem() + one(SURNAMES));
  }

  String firm() {
    return owned(() -> stem() + one(FIRMS));
  }

  String team() {
    return place() + " " + one(NICKNAMES);
  }

  String road() {
    return one("A", "B", "M") + number(11, 999);
  }

  String number(int least, int most) {
    return owned(() -> String.valueOf(least + random.nextInt(most - least + 1)));
  }

  String decimal(int least, int most) {
    return owned(() -> least + random.nextInt(most - least) + "." + (1 + random.nextInt(9)));
  }

  String thousands(int least, int most) {
    return owned(() -> least + random.nextInt(most - least) + "," + (100 + random.nextInt(900)));
  }

  String time() {
    return owned(() -> "%d:%02d".formatted(6 + random.nextInt(17), random.nextInt(60)));
  }

  String score() {
    return owned(
        () -> {
          int loser = 55 + random.nextInt(45);
          return (loser + 1 + random.nextInt(30)) + "-" + loser;
        });
  }

  /** The first sentence, then some of the others in any order; those that are needed always. */
  String notice(String first, List<String> needed, List<String> others) {
    List<String> shuffled = new ArrayList<>(others);
    Collections.shuffle(shuffled, random);
    int most = 7 - needed.size();
    int least = Math.max(0, 3 - needed.size());
    int count = Math.min(others.size(), least + random.nextInt(most - least + 1));
    List<String> rest = new ArrayList<>(needed);
    rest.addAll(shuffled.subList(0, count));
    Collections.shuffle(rest, random);
    return first + " " + String.join(" ", rest);
  }
}

/** Warnings of bad weather. */
final class Weather {
  private Weather() {}

  static Bulletin bulletin(Draw draw) {
    String place = draw.place();
    String day = draw.day();
    String rain = draw.decimal(12, 190);
    String gust = draw.number(60, 189);
    String event = draw.one("storm", "flood", "snow", "ice", "wind", "thunderstorm");
    String level = draw.one("yellow", "orange", "red");
    String fall = event.equals("snow") || event.equals("ice") ? "snow" : "rain";
    String first =
        draw.one(
            "The weather service has issued a %s %s warning for %s.".formatted(level, event, place),
            "A %s %s warning is in force for %s, the weather service said."
                .formatted(level, event, place),
            "%s is under a %s %s warning until %s night.".formatted(place, level, event, day));
    List<String> needed =
        List.of(
            draw.one(
                "Up to %s millimetres of %s are expected by %s evening.".formatted(rain, fall, day),
                "Forecaster %s expects %s millimetres of %s by %s evening."
                    .formatted(draw.person(), rain, fall, day),
                "By %s evening %s millimetres of %s may fall.".formatted(day, rain, fall)),
            draw.one(
                "Gusts may reach %s kilometres an hour.".formatted(gust),
                "On the coast gusts of %s kilometres an hour are possible.".formatted(gust),
                "The wind could blow at %s kilometres an hour.".formatted(gust)));
    List<String> others =
        List.of(
            "In %s it will stay dry.".formatted(draw.place()),
            "The same week of last year brought %s millimetres.".formatted(draw.decimal(12, 190)),
            "The lowest temperature of the night was %s degrees, measured at %s."
                .formatted(draw.decimal(1, 30), draw.place()),
            "The port of %s recorded %s kilometres an hour last winter."
                .formatted(draw.place(), draw.number(60, 189)),
            "People should stay away from the shore, mayor %s said.".formatted(draw.person()),
            "Schools in %s remain open.".formatted(draw.place()),
            "About %s households had no power on the day before.".formatted(draw.thousands(1, 60)));
    return new Bulletin(
        draw.notice(first, needed, others),
        "%s warning for %s"
            .formatted(Character.toUpperCase(event.charAt(0)) + event.substring(1), place),
        "Up to %s millimetres of %s and gusts of %s kilometres an hour are expected by %s."
            .formatted(rain, fall, gust, day));
  }
}

/** Results of games. */
final class Sport {
  private Sport() {}

  static Bulletin bulletin(Draw draw) {
    String winner = draw.team();
    String loser = draw.team();
    String score = draw.score();
    String scorer = draw.person();
    String points = draw.number(21, 99);
    String crowd = draw.thousands(2, 80);
    String day = draw.day();
    String first =
        draw.one(
            "The %s beat the %s %s on %s.".formatted(winner, loser, score, day),
            "On %s the %s won %s against the %s.".formatted(day, winner, score, loser),
            "The %s lost %s to the %s on %s.".formatted(loser, score, winner, day));
    List<String> needed =
        List.of(
            draw.one(
                "%s led all players with %s points.".formatted(scorer, points),
                "Best player of the evening was %s with %s points.".formatted(scorer, points),
                "%s scored %s points, more than anyone else.".formatted(scorer, points)),
            draw.one(
                "The game was seen by %s people.".formatted(crowd),
                "A crowd of %s filled the hall.".formatted(crowd),
                "There were %s spectators.".formatted(crowd)));
    List<String> others =
        List.of(
            "%s had %s points for the %s.".formatted(draw.person(), draw.number(21, 99), loser),
            "At half-time it was %s.".formatted(draw.score()),
            "Coach %s praised the defence.".formatted(draw.person()),
            "%s is out with an injury of the knee.".formatted(draw.person()),
            "The next opponent are the %s.".formatted(draw.team()),
            "The last meeting of the two ended %s.".formatted(draw.score()),
            "The hall holds %s people.".formatted(draw.thousands(2, 80)));
    return new Bulletin(
        draw.notice(first, needed, others),
        "%s beat %s %s".formatted(winner, loser, score),
        "%s scored %s points in front of %s spectators.".formatted(scorer, points, crowd));
  }
}

/** Closed roads. */
final class Traffic {
  private Traffic() {}

  static Bulletin bulletin(Draw draw) {
    String road = draw.road();
    String place = draw.place();
    String delay = draw.number(16, 240);
    String time = draw.time();
    String cause =
        draw.one(
            "a lorry fire",
            "a fallen tree",
            "an accident",
            "a burst water pipe",
            "a rockfall",
            "an oil spill");
    String first =
        draw.one(
            "The %s is closed near %s after %s.".formatted(road, place, cause),
            "After %s the %s near %s is closed in both directions.".formatted(cause, road, place),
            "Police have closed the %s near %s because of %s.".formatted(road, place, cause));
    List<String> needed =
        List.of(
            draw.one(
                "Drivers wait for %s minutes.".formatted(delay),
                "Delays have grown to %s minutes.".formatted(delay),
                "The delay is %s minutes at the moment.".formatted(delay)),
            draw.one(
                "The road should reopen at %s.".formatted(time),
                "Police hope to open it again at %s.".formatted(time),
                "It will not be open before %s, a spokesman said.".formatted(time)));
    List<String> others =
        List.of(
            "The emergency call came at %s.".formatted(draw.time()),
            "Traffic is led through %s and %s.".formatted(draw.place(), draw.place()),
            "On the %s there are %s kilometres of queues."
                .formatted(draw.road(), draw.decimal(2, 40)),
            "Officer %s asked drivers to be patient.".formatted(draw.person()),
            "Buses from %s do not run.".formatted(draw.place()),
            "The driver, %s, was not hurt.".formatted(draw.person()),
            "Yesterday the road was blocked for %s minutes.".formatted(draw.number(16, 240)));
    return new Bulletin(
        draw.notice(first, needed, others),
        "%s closed near %s".formatted(road, place),
        "Delays are %s minutes after %s. The road is to reopen at %s."
            .formatted(delay, cause, time));
  }
}

/** Prices of shares. */
final class Market {
  private Market() {}

  static Bulletin bulletin(Draw draw) {
    String firm = draw.firm();
    String percent = draw.decimal(1, 60);
    String price = draw.number(21, 999);
    String revenue = draw.decimal(100, 990);
    boolean up = draw.coin();
    String moved = up ? draw.one("rose", "gained", "climbed") : draw.one("fell", "lost", "dropped");
    String day = draw.day();
    String first =
        draw.one(
            "Shares of %s %s %s percent on %s.".formatted(firm, moved, percent, day),
            "On %s the shares of %s %s %s percent.".formatted(day, firm, moved, percent),
            "%s shares %s by %s percent on %s.".formatted(firm, moved, percent, day));
    List<String> needed =
        List.of(
            draw.one(
                "They closed at %s crowns.".formatted(price),
                "The price at the close was %s crowns.".formatted(price),
                "At the end of trading they cost %s crowns.".formatted(price)),
            draw.one(
                "Revenue in the quarter was %s million crowns.".formatted(revenue),
                "The company reported a revenue of %s million crowns.".formatted(revenue),
                "Quarterly revenue came to %s million crowns.".formatted(revenue)));
    List<String> others =
        List.of(
            "Analyst %s had expected %s million.".formatted(draw.person(), draw.decimal(100, 990)),
            "A year ago a share cost %s crowns.".formatted(draw.number(21, 999)),
            "Chief executive %s spoke of a special quarter.".formatted(draw.person()),
            "The rival %s %s %s percent."
                .formatted(draw.firm(), draw.one("rose", "fell"), draw.decimal(1, 60)),
            "The company from %s employs %s people.".formatted(draw.place(), draw.thousands(1, 90)),
            "The index hardly moved.",
            "Costs were %s million crowns.".formatted(draw.decimal(100, 990)));
    return new Bulletin(
        draw.notice(first, needed, others),
        "%s shares %s %s percent".formatted(firm, up ? "rise" : "fall", percent),
        "They closed at %s crowns. Revenue was %s million crowns.".formatted(price, revenue));
  }
}
