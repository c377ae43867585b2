package gloss.text.stem;

import java.util.List;
import java.util.function.Predicate;

/**
 * One line of Porter's tables: {@code (condition) ending → replacement}.
 *
 * @param ending what the word must end in
 * @param replacement what stands there afterwards
 * @param condition what must hold for the word without its ending
 */
record SuffixRule(String ending, String replacement, Predicate<String> condition) {
  /** Porter's (m &gt; 0). */
  static SuffixRule measured(String ending, String replacement) {
    return new SuffixRule(ending, replacement, stem -> Letters.measure(stem) > 0);
  }

  /** Removes the ending: Porter's (m &gt; 1). */
  static SuffixRule removed(String ending) {
    return new SuffixRule(ending, "", stem -> Letters.measure(stem) > 1);
  }

  /** The first rule whose ending fits decides, whether its condition holds or not. */
  static String apply(List<SuffixRule> rules, String word) {
    for (SuffixRule rule : rules) {
      if (word.endsWith(rule.ending)) {
        String stem = cut(word, rule.ending.length());
        return rule.condition.test(stem) ? stem + rule.replacement : word;
      }
    }
    return word;
  }

  /** The word without its last {@code count} characters. */
  static String cut(String word, int count) {
    return word.substring(0, word.length() - count);
  }
}
