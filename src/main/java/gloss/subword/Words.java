package gloss.subword;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whole words as a {@link CopyVocabulary}: the most frequent ones of the training text; any other
 * can be copied.
 *
 * <p>A word is a run of letters and marks, a figure with the marks inside it ({@code 1,250.5},
 * {@code 14:30}, {@code 3-1}), or another sign, with the space before it if there is one; and a
 * line feed. The words side by side are the text.
 */
public final class Words implements CopyVocabulary {
  /** As Hugging Face tokenizers and Java read it. */
  static final String PATTERN =
      " ?[\\p{L}\\p{M}]+| ?\\p{N}+(?:[.,:/-]\\p{N}+)*| ?[^\\s\\p{L}\\p{M}\\p{N}]|\\s";

  private static final Pattern WORD = Pattern.compile(PATTERN);

  private final Vocabulary vocabulary;
  private final boolean lowercase;

  /** Words that were learned before; special tokens first. */
  Words(Vocabulary vocabulary, boolean lowercase) {
    this.vocabulary = vocabulary;
    this.lowercase = lowercase;
  }

  /** Counts words. Not for several threads. */
  public static final class Learner {
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final boolean lowercase;

    /** A learner that has seen nothing. */
    public Learner(boolean lowercase) {
      this.lowercase = lowercase;
    }

    /** Takes in a text. */
    public void add(String text) {
      cut(text, lowercase).forEach(word -> counts.merge(word, 1L, Long::sum));
    }

    /**
     * The most frequent words; of equals those that came first.
     *
     * @param most how many
     * @param least words that occur less often are left out
     * @param figures whether figures are taken, too
     */
    public Words learn(int most, long least, boolean figures) {
      List<String> tokens = new ArrayList<>(Vocabulary.STANDARD_SPECIALS);
      counts.entrySet().stream()
          .filter(entry -> entry.getValue() >= least)
          .filter(entry -> figures || !isFigure(entry.getKey()))
          .filter(entry -> !Vocabulary.STANDARD_SPECIALS.contains(entry.getKey()))
          .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
          .limit(most)
          .forEach(entry -> tokens.add(entry.getKey()));
      return new Words(new Vocabulary(tokens, Vocabulary.STANDARD_SPECIALS.size()), lowercase);
    }
  }

  private static boolean isFigure(String word) {
    return word.strip().codePoints().limit(1).anyMatch(Character::isDigit);
  }

  private static List<String> cut(String text, boolean lowercase) {
    String form = CopyVocabulary.normalized(text);
    List<String> words = new ArrayList<>();
    if (!form.isEmpty()) {
      String spaced = " " + form.replace("\n", "\n ");
      Matcher matcher = WORD.matcher(lowercase ? spaced.toLowerCase(Locale.ROOT) : spaced);
      while (matcher.find()) {
        words.add(matcher.group());
      }
    }
    return words;
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  boolean isLowercase() {
    return lowercase;
  }

  @Override
  public int size() {
    return vocabulary.size();
  }

  @Override
  public Reading read(String text, int most) {
    Map<String, Integer> unknown = new LinkedHashMap<>();
    int[] ids =
        cut(text, lowercase).stream()
            .limit(most)
            .mapToInt(
                word ->
                    known(word)
                        ? id(word)
                        : size() + unknown.computeIfAbsent(word, w -> unknown.size()))
            .toArray();
    return new Reading(ids, List.copyOf(unknown.keySet()));
  }

  /** Text that looks like a special token is none. */
  private boolean known(String word) {
    return vocabulary.id(word).isPresent() && !vocabulary.isSpecial(id(word));
  }

  private int id(String word) {
    return vocabulary.id(word).orElseThrow();
  }

  @Override
  public int length(String text) {
    return cut(text, lowercase).size();
  }

  @Override
  public int[] write(String summary, Reading text) {
    Map<String, Integer> unknown = new LinkedHashMap<>();
    text.unknown().forEach(word -> unknown.put(word, size() + unknown.size()));
    return cut(summary, lowercase).stream()
        .mapToInt(word -> known(word) ? id(word) : unknown.getOrDefault(word, Vocabulary.UNK))
        .toArray();
  }

  @Override
  public String written(int id, Reading text) {
    return vocabulary.isSpecial(id) ? "" : token(id, text);
  }

  @Override
  public String text(int[] ids, Reading text) {
    StringBuilder joined = new StringBuilder();
    for (int id : ids) {
      joined.append(written(id, text));
    }
    return CopyVocabulary.normalized(joined.toString());
  }

  @Override
  public String token(int id, Reading text) {
    return id < size() ? vocabulary.token(id) : text.unknown().get(id - size());
  }

  @Override
  public String unit() {
    return "words";
  }

  @Override
  public int specials() {
    return vocabulary.specials().size();
  }

  @Override
  public void write(Path tokenizerJson) throws IOException {
    WordsJson.write(this, tokenizerJson);
  }
}
