package gloss.score.rouge.script;

import gloss.score.rouge.script.Rouge155Options.Unigrams;
import gloss.text.InputException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads options in the way of perl's Getopt::Std: flags may be joined ({@code -mx}), a value may
 * follow its option at once ({@code -n4}) or as the next word, whatever that looks like.
 */
final class OptionParser {
  /** What an option does with its value; flags get an empty one. */
  private record Option(boolean takesValue, BiConsumer<OptionParser, String> effect) {}

  private static final Map<Character, Option> OPTIONS = new LinkedHashMap<>();
  private static final Map<Character, String> WITHOUT_MEANING =
      Map.of(
          '3', "Basic Elements are not computed",
          'M', "stems of references alone are not computed",
          'z', "texts come from the files of the command line, one document per line",
          'v', "there is no debugging output",
          'h', "ask 'gloss score --help'",
          'H', "ask 'gloss score --help'");

  static {
    value('n', (p, v) -> p.maxOrder = p.integer('n', v, 0));
    flag('x', p -> p.lcs = false);
    value('w', (p, v) -> p.weight = p.positive('w', v));
    value('2', (p, v) -> p.gap = OptionalInt.of(p.integer('2', v, Integer.MIN_VALUE)));
    flag('u', p -> p.unigrams = Unigrams.WITH);
    flag('U', p -> p.unigrams = p.unigrams == Unigrams.WITH ? p.unigrams : Unigrams.BOTH);
    flag('m', p -> p.stem = true);
    flag('s', p -> p.withoutStopWords = true);
    value('l', (p, v) -> p.limit(LengthLimit.Unit.WORDS, p.integer('l', v, 0)));
    value('b', (p, v) -> p.limit(LengthLimit.Unit.BYTES, p.integer('b', v, 0)));
    value('e', (p, v) -> p.data = Optional.of(Path.of(v)));
    value('f', (p, v) -> p.formula = p.formula(v));
    value('p', (p, v) -> p.alpha = p.number('p', v));
    value('t', (p, v) -> p.counting = p.counting(v));
    value('c', (p, v) -> p.confidence = p.percent(v));
    value('r', (p, v) -> p.samples = p.integer('r', v, 1));
    flag('d', p -> p.everyDocument = true);
    // All systems of the command line are evaluated in any case.
    flag('a', p -> {});
  }

  private final Deque<String> words = new ArrayDeque<>();
  private int maxOrder;
  private boolean lcs = true;
  private Optional<String> weight = Optional.empty();
  private OptionalInt gap = OptionalInt.empty();
  private Unigrams unigrams = Unigrams.WITHOUT;
  private boolean stem;
  private boolean withoutStopWords;
  private @Nullable LengthLimit limit;
  private Optional<Path> data = Optional.empty();
  private Scoring.Formula formula = Scoring.Formula.AVERAGE;
  private double alpha = 0.5;
  private Scoring.Counting counting = Scoring.Counting.DOCUMENTS;
  private String confidence = "95";
  private int samples = 1000;
  private boolean everyDocument;

  OptionParser(String options) {
    split(options);
  }

  private static void flag(char letter, Consumer<OptionParser> effect) {
    OPTIONS.put(letter, new Option(false, (parser, value) -> effect.accept(parser)));
  }

  private static void value(char letter, BiConsumer<OptionParser, String> effect) {
    OPTIONS.put(letter, new Option(true, effect));
  }

  /** Words are parted by blanks; quotes keep blanks together. */
  private void split(String options) {
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    char quote = 0;
    for (int i = 0; i < options.length(); i++) {
      char c = options.charAt(i);
      if (quote != 0 ? c == quote : c == '\'' || c == '"') {
        quote = quote != 0 ? 0 : c;
        inWord = true;
      } else if (quote == 0 && Character.isWhitespace(c)) {
        end(word, inWord);
        inWord = false;
      } else {
        word.append(c);
        inWord = true;
      }
    }
    if (quote != 0) {
      throw wrong("a quote (" + quote + ") is not closed");
    }
    end(word, inWord);
  }

  private void end(StringBuilder word, boolean inWord) {
    if (inWord) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  Rouge155Options parse() {
    while (!words.isEmpty()) {
      String word = words.remove();
      if (!word.startsWith("-") || word.length() < 2) {
        throw wrong("'" + word + "' is no option; texts are given to 'gloss score' itself");
      }
      readAll(word);
    }
    return new Rouge155Options(
        new Rouge155Options.Measures(maxOrder, lcs, weight, gap, unigrams),
        new Rouge155Options.Reading(
            stem, withoutStopWords, limit == null ? LengthLimit.none() : limit, data),
        new Scoring(formula, alpha, counting),
        new Rouge155Options.Resamples(confidence, samples),
        everyDocument);
  }

  private void readAll(String word) {
    for (int i = 1; i < word.length(); i++) {
      char letter = word.charAt(i);
      Option option = known(letter);
      if (option.takesValue()) {
        String rest = word.substring(i + 1);
        option.effect().accept(this, rest.isEmpty() ? next(letter) : rest);
        return;
      }
      option.effect().accept(this, "");
    }
  }

  private static Option known(char letter) {
    String reason = WITHOUT_MEANING.get(letter);
    if (reason != null) {
      throw wrong("-" + letter + " has no meaning here: " + reason);
    }
    Option option = OPTIONS.get(letter);
    if (option == null) {
      StringBuilder all = new StringBuilder();
      OPTIONS.keySet().forEach(known -> all.append(" -").append(known));
      throw wrong("there is no option -" + letter + "; known:" + all);
    }
    return option;
  }

  private String next(char letter) {
    if (words.isEmpty()) {
      throw wrong("-" + letter + " lacks its value");
    }
    return words.remove();
  }

  private void limit(LengthLimit.Unit unit, int length) {
    if (limit != null && limit.unit() != unit) {
      throw wrong("give -l (words) or -b (bytes), not both");
    }
    limit = new LengthLimit(unit, length);
  }

  private int integer(char letter, String value, int least) {
    try {
      int number = Integer.parseInt(value);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw wrong("-" + letter + " takes a whole number, not '" + value + "'", e);
    }
    throw wrong("-" + letter + " must be " + least + " or more, but is " + value);
  }

  private double number(char letter, String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw wrong("-" + letter + " takes a number, not '" + value + "'", e);
    }
  }

  private Optional<String> positive(char letter, String value) {
    double number = number(letter, value);
    if (!(number > 0 && number < Double.POSITIVE_INFINITY)) {
      throw wrong("-" + letter + " must be greater than 0, but is " + value);
    }
    return Optional.of(value);
  }

  private String percent(String value) {
    double number = number('c', value);
    if (!(number >= 0 && number <= 100)) {
      throw wrong("-c must be between 0 and 100, but is " + value);
    }
    return value;
  }

  private Scoring.Formula formula(String value) {
    return switch (value) {
      case "A" -> Scoring.Formula.AVERAGE;
      case "B" -> Scoring.Formula.BEST;
      default -> throw wrong("-f takes A (all references) or B (the best), not '" + value + "'");
    };
  }

  private Scoring.Counting counting(String value) {
    return switch (value) {
      case "0" -> Scoring.Counting.DOCUMENTS;
      case "1" -> Scoring.Counting.TOKENS;
      case "2" -> Scoring.Counting.RAW_COUNTS;
      default ->
          throw wrong("-t takes 0 (documents), 1 (tokens) or 2 (raw counts), not '" + value + "'");
    };
  }

  private static InputException wrong(String message) {
    return new InputException("options of ROUGE-1.5.5: " + message);
  }

  private static InputException wrong(String message, Throwable cause) {
    return new InputException("options of ROUGE-1.5.5: " + message, cause);
  }
}
