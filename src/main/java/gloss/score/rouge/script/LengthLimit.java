package gloss.score.rouge.script;

import gloss.text.InputException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How much of a text counts, before it is split into tokens: everything, so many words (runs of
 * what is not white space), or so many bytes in UTF-8.
 *
 * @param unit what is counted
 * @param length how many of it; 0 for everything
 */
public record LengthLimit(Unit unit, int length) {
  /** What a limit counts. */
  public enum Unit {
    /** Option {@code -l}. */
    WORDS,
    /** Option {@code -b}. */
    BYTES
  }

  private static final LengthLimit NONE = new LengthLimit(Unit.WORDS, 0);

  /** Checks the length. */
  public LengthLimit {
    if (length < 0) {
      throw new InputException("a length limit must be 0 (none) or more, but is " + length);
    }
  }

  /** Everything counts. */
  public static LengthLimit none() {
    return NONE;
  }

  boolean isBytes() {
    return unit == Unit.BYTES && length > 0;
  }

  String name() {
    return length == 0 ? "no" : length + (unit == Unit.WORDS ? "w" : "b");
  }

  /** The sentences that n-grams are counted in; the last one perhaps cut. */
  List<String> cut(List<String> sentences) {
    if (length == 0) {
      return sentences;
    }
    List<String> kept = new ArrayList<>();
    int left = length;
    for (String sentence : sentences) {
      int size = unit == Unit.WORDS ? words(sentence).size() : bytes(sentence).length;
      if (size >= left) {
        kept.add(head(sentence, left));
        break;
      }
      kept.add(sentence);
      left -= size;
    }
    return kept;
  }

  /**
   * The sentences that subsequences are searched in. The script does not add up their bytes: all of
   * them stay until one is as long as the limit by itself.
   */
  List<String> cutForSubsequences(List<String> sentences) {
    if (!isBytes()) {
      return cut(sentences);
    }
    List<String> kept = new ArrayList<>();
    for (String sentence : sentences) {
      if (bytes(sentence).length >= length) {
        kept.add(head(sentence, length));
        break;
      }
      kept.add(sentence);
    }
    return kept;
  }

  private String head(String sentence, int size) {
    if (unit == Unit.WORDS) {
      return String.join(" ", words(sentence).subList(0, size));
    }
    // A character cut in two is no letter of a to z, in whatever way it is shown.
    return new String(Arrays.copyOf(bytes(sentence), size), StandardCharsets.ISO_8859_1);
  }

  private static byte[] bytes(String sentence) {
    return sentence.getBytes(StandardCharsets.UTF_8);
  }

  /** As perl's {@code split(/\s+/)}: white space in front gives an empty first word. */
  private static List<String> words(String sentence) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < sentence.length(); i++) {
      if (isSpace(sentence.charAt(i))) {
        words.add(sentence.substring(start, i));
        while (i + 1 < sentence.length() && isSpace(sentence.charAt(i + 1))) {
          i++;
        }
        start = i + 1;
      }
    }
    words.add(sentence.substring(start));
    while (!words.isEmpty() && words.get(words.size() - 1).isEmpty()) {
      words.remove(words.size() - 1);
    }
    return words;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
