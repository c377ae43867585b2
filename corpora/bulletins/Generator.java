import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the corpus of bulletins: {@code java Generator.java [directory]}.
 *
 * <p>The files go to the given directory, by default the current one. Nothing but the JDK (17 or
 * later) is needed, and the same files come out byte for byte on every run.
 *
 * <p>A bulletin is a notice of four to eight sentences about weather, sport, traffic or the market,
 * with a headline and an abstract of one or two sentences. It is made from facts: who, where, how
 * many. The abstract needs some of them, and the notice holds others of the same kind, so that it
 * must be read to tell which is which. Sentences, their order after the first and their wording
 * vary.
 *
 * <p>Names are put together from syllables, figures drawn from wide ranges. A name or figure
 * belongs to one split alone, by a hash of its letters: each that the abstracts of valid and test
 * need does not occur in train. {@link #verify} checks this on the finished corpus, and that no
 * notice occurs twice.
 */
public final class Generator {
  private static final long SEED = 20_260_214L;
  private static final int TRAIN = 8_200;
  private static final int HELD_OUT = 400;

  private static final String[] DAYS = {
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"
  };
  private static final String[] FIRST = {
    "Anna", "Ben", "Clara", "David", "Emma", "Frank", "Grace", "Henry", "Ines", "Jack", "Kate",
    "Leo", "Maria", "Noah", "Olga", "Paul", "Rosa", "Sam", "Tara", "Victor"
  };
  private static final String[] ONSETS = {
    "B", "Br", "C", "Cl", "D", "Dr", "F", "Fl", "G", "Gr", "H", "K", "Kr", "L", "M", "N", "P", "Pr",
    "Qu", "R", "S", "St", "T", "Tr", "V", "W", "Y", "Z", "Sk", "Th"
  };
  private static final String[] VOWELS = {"a", "e", "i", "o", "u", "ae", "ei", "ou", "ia", "au"};
  private static final String[] CODAS = {"l", "n", "r", "m", "s", "t", "x", "nd", "rk", "lm", "ck"};
  private static final String[] PLACES = {
    "dale", "ford", "mouth", "wick", "ham", "bury", "ton", "haven", "field", "bridge", "stead",
    "moor", "gate", "by", "combe", "minster"
  };
  private static final String[] SURNAMES = {
    "son", "ov", "escu", "berg", "etti", "ez", "ley", "sen", "ova", "aki", "man", "eau", "ic", "ert"
  };
  private static final String[] FIRMS = {
    "tech", "ico", "ium", "ora", "ex", "ane", "gen", "solar", "foods", "media", "line", "cor"
  };
  private static final String[] NICKNAMES = {
    "Rovers",
    "Hawks",
    "Lions",
    "Comets",
    "Rangers",
    "Bears",
    "Wolves",
    "Giants",
    "Falcons",
    "Mariners"
  };

  private final Random random;
  private final int split;

  private Generator(Random random, int split) {
    this.random = random;
    this.split = split;
  }

  /** A notice and what is to be written about it. */
  private record Bulletin(String text, String headline, String summary) {
    String json() {
      return "{\"text\": \"%s\", \"summary\": \"%s\\n%s\"}".formatted(text, headline, summary);
    }
  }

  /** Writes the corpus into the directory named by the first argument, or the current one. */
  public static void main(String[] args) throws IOException {
    Locale.setDefault(Locale.ROOT);
    Path directory = Path.of(args.length > 0 ? args[0] : "");
    Map<String, List<Bulletin>> splits = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    String[] names = {"train", "valid", "test"};
    for (int split = 0; split < names.length; split++) {
      Generator generator = new Generator(new Random(SEED + split), split);
      List<Bulletin> bulletins = new ArrayList<>();
      while (bulletins.size() < (split == 0 ? TRAIN : HELD_OUT)) {
        Bulletin bulletin = generator.next(bulletins.size());
        if (seen.add(bulletin.text())) {
          bulletins.add(bulletin);
        }
      }
      Collections.shuffle(bulletins, generator.random);
      splits.put(names[split], bulletins);
    }
    verify(splits);
    for (Map.Entry<String, List<Bulletin>> split : splits.entrySet()) {
      StringBuilder lines = new StringBuilder();
      split.getValue().forEach(bulletin -> lines.append(bulletin.json()).append('\n'));
      Path file = directory.resolve(split.getKey() + ".jsonl");
      Files.write(file, lines.toString().getBytes(StandardCharsets.UTF_8));
      System.out.println(split.getKey() + ": " + split.getValue().size() + " bulletins");
    }
  }

  private static final Pattern WORD = Pattern.compile("[A-Za-z]+|[0-9]+(?:[.,:-][0-9]+)*");

  private static Set<String> words(String text) {
    Set<String> words = new LinkedHashSet<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  /** Fails where the corpus is not what its card says. */
  private static void verify(Map<String, List<Bulletin>> splits) {
    Map<String, Integer> known = new HashMap<>();
    for (Bulletin bulletin : splits.get("train")) {
      words(bulletin.text() + " " + bulletin.headline() + " " + bulletin.summary())
          .forEach(word -> known.merge(word, 1, Integer::sum));
    }
    for (String name : List.of("valid", "test")) {
      for (Bulletin bulletin : splits.get(name)) {
        Set<String> text = words(bulletin.text());
        long fresh = 0;
        for (String word : words(bulletin.headline() + " " + bulletin.summary())) {
          boolean figure = Character.isDigit(word.charAt(0));
          boolean isNew = !known.containsKey(word);
          fresh += isNew ? 1 : 0;
          require(!figure || isNew, "the figure " + word + " of " + name + " is in train");
          require(!isNew || text.contains(word), "the word " + word + " is not in its notice");
        }
        require(fresh >= 2, "too few new words: " + bulletin);
      }
    }
    splits.values().stream()
        .flatMap(List::stream)
        .forEach(
            bulletin -> {
              long sentences =
                  Pattern.compile("[.!?](?= |$)").matcher(bulletin.text()).results().count();
              require(sentences >= 4 && sentences <= 8, sentences + " sentences: " + bulletin);
            });
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalStateException(message);
    }
  }

  private Bulletin next(int number) {
    return switch (number % 4) {
      case 0 -> weather();
      case 1 -> sport();
      case 2 -> traffic();
      default -> market();
    };
  }

  // What facts are made of.

  private String one(String... of) {
    return of[random.nextInt(of.length)];
  }

  /**
   * Draws until the hash says that it belongs to this split: one in ten each for valid and test.
   */
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

  private String place() {
    return owned(() -> stem() + one(PLACES));
  }

  private String surname() {
    return owned(() -> stem() + one(SURNAMES));
  }

  private String person() {
    return one(FIRST) + " " + surname();
  }

  private String firm() {
    return owned(() -> stem() + one(FIRMS));
  }

  private String number(int least, int most) {
    return owned(() -> String.valueOf(least + random.nextInt(most - least + 1)));
  }

  private String decimal(int least, int most) {
    return owned(() -> least + random.nextInt(most - least) + "." + (1 + random.nextInt(9)));
  }

  private String thousands(int least, int most) {
    return owned(() -> least + random.nextInt(most - least) + "," + (100 + random.nextInt(900)));
  }

  private String time() {
    return owned(() -> "%d:%02d".formatted(6 + random.nextInt(17), random.nextInt(60)));
  }

  private String score() {
    return owned(
        () -> {
          int loser = 55 + random.nextInt(45);
          return (loser + 1 + random.nextInt(30)) + "-" + loser;
        });
  }

  /** The first sentence, then some of the others in any order; those that are needed always. */
  private String notice(String first, List<String> needed, List<String> others) {
    Collections.shuffle(others, random);
    int most = 7 - needed.size();
    int least = Math.max(0, 3 - needed.size());
    int count = Math.min(others.size(), least + random.nextInt(most - least + 1));
    List<String> rest = new ArrayList<>(needed);
    rest.addAll(others.subList(0, count));
    Collections.shuffle(rest, random);
    return first + " " + String.join(" ", rest);
  }

  private Bulletin weather() {
    String place = place();
    String day = one(DAYS);
    String rain = decimal(12, 190);
    String gust = number(60, 189);
    String event = one("storm", "flood", "snow", "ice", "wind", "thunderstorm");
    String level = one("yellow", "orange", "red");
    String fall = event.equals("snow") || event.equals("ice") ? "snow" : "rain";
    String first =
        one(
            "The weather service has issued a %s %s warning for %s.".formatted(level, event, place),
            "A %s %s warning is in force for %s, the weather service said."
                .formatted(level, event, place),
            "%s is under a %s %s warning until %s night.".formatted(place, level, event, day));
    List<String> needed =
        List.of(
            one(
                "Up to %s millimetres of %s are expected by %s evening.".formatted(rain, fall, day),
                "Forecaster %s expects %s millimetres of %s by %s evening."
                    .formatted(person(), rain, fall, day),
                "By %s evening %s millimetres of %s may fall.".formatted(day, rain, fall)),
            one(
                "Gusts may reach %s kilometres an hour.".formatted(gust),
                "On the coast gusts of %s kilometres an hour are possible.".formatted(gust),
                "The wind could blow at %s kilometres an hour.".formatted(gust)));
    List<String> others =
        new ArrayList<>(
            List.of(
                "In %s it will stay dry.".formatted(place()),
                "The same week of last year brought %s millimetres.".formatted(decimal(12, 190)),
                "The lowest temperature of the night was %s degrees, measured at %s."
                    .formatted(decimal(1, 30), place()),
                "The port of %s recorded %s kilometres an hour last winter."
                    .formatted(place(), number(60, 189)),
                "People should stay away from the shore, mayor %s said.".formatted(person()),
                "Schools in %s remain open.".formatted(place()),
                "About %s households had no power on the day before.".formatted(thousands(1, 60))));
    return new Bulletin(
        notice(first, needed, others),
        "%s warning for %s"
            .formatted(Character.toUpperCase(event.charAt(0)) + event.substring(1), place),
        "Up to %s millimetres of %s and gusts of %s kilometres an hour are expected by %s."
            .formatted(rain, fall, gust, day));
  }

  private Bulletin sport() {
    String winner = place() + " " + one(NICKNAMES);
    String loser = place() + " " + one(NICKNAMES);
    String score = score();
    String scorer = person();
    String points = number(21, 99);
    String crowd = thousands(2, 80);
    String day = one(DAYS);
    String first =
        one(
            "The %s beat the %s %s on %s.".formatted(winner, loser, score, day),
            "On %s the %s won %s against the %s.".formatted(day, winner, score, loser),
            "The %s lost %s to the %s on %s.".formatted(loser, score, winner, day));
    List<String> needed =
        List.of(
            one(
                "%s led all players with %s points.".formatted(scorer, points),
                "Best player of the evening was %s with %s points.".formatted(scorer, points),
                "%s scored %s points, more than anyone else.".formatted(scorer, points)),
            one(
                "The game was seen by %s people.".formatted(crowd),
                "A crowd of %s filled the hall.".formatted(crowd),
                "There were %s spectators.".formatted(crowd)));
    List<String> others =
        new ArrayList<>(
            List.of(
                "%s had %s points for the %s.".formatted(person(), number(21, 99), loser),
                "At half-time it was %s.".formatted(score()),
                "Coach %s praised the defence.".formatted(person()),
                "%s is out with an injury of the knee.".formatted(person()),
                "The next opponent are the %s %s.".formatted(place(), one(NICKNAMES)),
                "The last meeting of the two ended %s.".formatted(score()),
                "The hall holds %s people.".formatted(thousands(2, 80))));
    return new Bulletin(
        notice(first, needed, others),
        "%s beat %s %s".formatted(winner, loser, score),
        "%s scored %s points in front of %s spectators.".formatted(scorer, points, crowd));
  }

  private Bulletin traffic() {
    String road = one("A", "B", "M") + number(11, 999);
    String place = place();
    String delay = number(16, 240);
    String time = time();
    String cause =
        one(
            "a lorry fire",
            "a fallen tree",
            "an accident",
            "a burst water pipe",
            "a rockfall",
            "an oil spill");
    String first =
        one(
            "The %s is closed near %s after %s.".formatted(road, place, cause),
            "After %s the %s near %s is closed in both directions.".formatted(cause, road, place),
            "Police have closed the %s near %s because of %s.".formatted(road, place, cause));
    List<String> needed =
        List.of(
            one(
                "Drivers wait for %s minutes.".formatted(delay),
                "Delays have grown to %s minutes.".formatted(delay),
                "The delay is %s minutes at the moment.".formatted(delay)),
            one(
                "The road should reopen at %s.".formatted(time),
                "Police hope to open it again at %s.".formatted(time),
                "It will not be open before %s, a spokesman said.".formatted(time)));
    List<String> others =
        new ArrayList<>(
            List.of(
                "The emergency call came at %s.".formatted(time()),
                "Traffic is led through %s and %s.".formatted(place(), place()),
                "On the %s there are %s kilometres of queues."
                    .formatted(one("A", "B", "M") + number(11, 999), decimal(2, 40)),
                "Officer %s asked drivers to be patient.".formatted(person()),
                "Buses from %s do not run.".formatted(place()),
                "The driver, %s, was not hurt.".formatted(person()),
                "Yesterday the road was blocked for %s minutes.".formatted(number(16, 240))));
    return new Bulletin(
        notice(first, needed, others),
        "%s closed near %s".formatted(road, place),
        "Delays are %s minutes after %s. The road is to reopen at %s."
            .formatted(delay, cause, time));
  }

  private Bulletin market() {
    String firm = firm();
    String percent = decimal(1, 60);
    String price = number(21, 999);
    String revenue = decimal(100, 990);
    boolean up = random.nextBoolean();
    String moved = up ? one("rose", "gained", "climbed") : one("fell", "lost", "dropped");
    String day = one(DAYS);
    String first =
        one(
            "Shares of %s %s %s percent on %s.".formatted(firm, moved, percent, day),
            "On %s the shares of %s %s %s percent.".formatted(day, firm, moved, percent),
            "%s shares %s by %s percent on %s.".formatted(firm, moved, percent, day));
    List<String> needed =
        List.of(
            one(
                "They closed at %s crowns.".formatted(price),
                "The price at the close was %s crowns.".formatted(price),
                "At the end of trading they cost %s crowns.".formatted(price)),
            one(
                "Revenue in the quarter was %s million crowns.".formatted(revenue),
                "The company reported a revenue of %s million crowns.".formatted(revenue),
                "Quarterly revenue came to %s million crowns.".formatted(revenue)));
    List<String> others =
        new ArrayList<>(
            List.of(
                "Analyst %s had expected %s million.".formatted(person(), decimal(100, 990)),
                "A year ago a share cost %s crowns.".formatted(number(21, 999)),
                "Chief executive %s spoke of a special quarter.".formatted(person()),
                "The rival %s %s %s percent."
                    .formatted(firm(), one("rose", "fell"), decimal(1, 60)),
                "The company from %s employs %s people.".formatted(place(), thousands(1, 90)),
                "The index hardly moved.",
                "Costs were %s million crowns.".formatted(decimal(100, 990))));
    return new Bulletin(
        notice(first, needed, others),
        "%s shares %s %s percent".formatted(firm, up ? "rise" : "fall", percent),
        "They closed at %s crowns. Revenue was %s million crowns.".formatted(price, revenue));
  }
}
