package gloss.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The words of sentences: runs of letters, marks and digits, in lower case, numbered from 0 in the
 * order in which they first occur.
 */
final class SentenceWords {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<int[]> sentences = new ArrayList<>();

  SentenceWords(List<String> texts) {
    texts.forEach(text -> sentences.add(read(text)));
  }

  private int[] read(String text) {
    List<Integer> words = new ArrayList<>();
    String lower = text.toLowerCase(Locale.ROOT);
    int start = 0;
    while (start < lower.length()) {
      int end = start;
      while (end < lower.length() && isOfWord(lower.codePointAt(end))) {
        end += Character.charCount(lower.codePointAt(end));
      }
      if (end > start) {
        words.add(numbers.computeIfAbsent(lower.substring(start, end), w -> numbers.size()));
        start = end;
      } else {
        start += Character.charCount(lower.codePointAt(start));
      }
    }
    return words.stream().mapToInt(Integer::intValue).toArray();
  }

  private static boolean isOfWord(int c) {
    return Character.isLetterOrDigit(c)
        || switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
          default -> false;
        };
  }

  /** The words of a sentence, in their order. */
  int[] of(int sentence) {
    return sentences.get(sentence);
  }

  int sentences() {
    return sentences.size();
  }

  /** How many different words there are. */
  int different() {
    return numbers.size();
  }
}
