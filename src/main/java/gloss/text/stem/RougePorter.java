package gloss.text.stem;

import static gloss.text.stem.SuffixRule.cut;
import static gloss.text.stem.SuffixRule.removed;

import java.util.List;

/**
 * Porter's algorithm as ROUGE-1.5.5 has it: with -bli and -logi, without Porter's rule that only
 * the longest of -ement, -ment and -ent is tried.
 */
final class RougePorter implements Stemmer {
  private static final List<SuffixRule> LOGI = List.of(SuffixRule.measured("logi", "log"));
  private static final List<SuffixRule> MENT = List.of(removed("ment"));
  private static final List<SuffixRule> ENT_OR_ION = List.of(removed("ent"), PorterTables.ION);

  @Override
  public String name() {
    return "porter-rouge155";
  }

  @Override
  public String stem(String word) {
    if (word.length() < 3) {
      return word;
    }
    String inflected = step1c(step1b(step1a(word)));
    String single = SuffixRule.apply(LOGI, SuffixRule.apply(PorterTables.STEP_2, inflected));
    return step5(step4(SuffixRule.apply(PorterTables.STEP_3, single)));
  }

  private static String step1a(String word) {
    if (word.endsWith("sses") || word.endsWith("ies")) {
      return cut(word, 2);
    }
    return word.endsWith("s") && !word.endsWith("ss") ? cut(word, 1) : word;
  }

  private static String step1b(String word) {
    if (word.endsWith("eed")) {
      return Letters.measure(cut(word, 3)) > 0 ? cut(word, 1) : word;
    }
    int length = word.endsWith("ed") ? 2 : word.endsWith("ing") ? 3 : 0;
    String stem = cut(word, length);
    return length > 0 && Letters.containsVowel(stem) ? repaired(stem) : word;
  }

  private static String repaired(String stem) {
    if (stem.endsWith("at") || stem.endsWith("bl") || stem.endsWith("iz")) {
      return stem + "e";
    }
    int last = stem.length() - 1;
    boolean twice = last >= 1 && stem.charAt(last) == stem.charAt(last - 1);
    if (twice && "aeiouylsz".indexOf(stem.charAt(last)) < 0) {
      return cut(stem, 1);
    }
    return Letters.measure(stem) == 1 && Letters.endsInShortSyllable(stem) ? stem + "e" : stem;
  }

  private static String step1c(String word) {
    boolean changes = word.endsWith("y") && Letters.containsVowel(cut(word, 1));
    return changes ? cut(word, 1) + "i" : word;
  }

  private static String step4(String word) {
    String head = SuffixRule.apply(PorterTables.STEP_4_HEAD, word);
    String rest = head.equals(word) ? SuffixRule.apply(PorterTables.STEP_4_TAIL, word) : head;
    return SuffixRule.apply(ENT_OR_ION, SuffixRule.apply(MENT, rest));
  }

  private static String step5(String word) {
    String rest = word;
    if (word.endsWith("e")) {
      String stem = cut(word, 1);
      boolean shortSyllable = Letters.endsInShortSyllable(stem);
      rest = PorterTables.losesE(Letters.measure(stem), shortSyllable) ? stem : word;
    }
    return rest.endsWith("ll") && Letters.measure(rest) > 1 ? cut(rest, 1) : rest;
  }
}
