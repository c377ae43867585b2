package gloss.text.stem;

import static gloss.text.stem.SuffixRule.cut;
import static gloss.text.stem.SuffixRule.measured;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Porter's algorithm with Martin Porter's later departures (-bli, -logi) and NLTK's own: a pool of
 * irregular words, four-letter words in -ies and -ied, y kept behind vowels, -alli before the rest
 * of step 2, -fulli, and two-letter stems such as "us" counting as a short syllable.
 */
final class NltkPorter implements Stemmer {
  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("sky", "sky"),
          Map.entry("skies", "sky"),
          Map.entry("dying", "die"),
          Map.entry("lying", "lie"),
          Map.entry("tying", "tie"),
          Map.entry("news", "news"),
          Map.entry("innings", "inning"),
          Map.entry("inning", "inning"),
          Map.entry("outings", "outing"),
          Map.entry("outing", "outing"),
          Map.entry("cannings", "canning"),
          Map.entry("canning", "canning"),
          Map.entry("howe", "howe"),
          Map.entry("proceed", "proceed"),
          Map.entry("exceed", "exceed"),
          Map.entry("succeed", "succeed"));

  private static final List<SuffixRule> STEP_1A =
      List.of(
          new SuffixRule("sses", "ss", stem -> true),
          new SuffixRule("ies", "i", stem -> true),
          new SuffixRule("ss", "ss", stem -> true),
          new SuffixRule("s", "", stem -> true));

  private static final List<SuffixRule> STEP_2 =
      joined(
          PorterTables.STEP_2,
          List.of(
              measured("fulli", "ful"),
              // The l belongs to the stem that is measured.
              new SuffixRule("logi", "log", stem -> Letters.measure(stem + "l") > 0)));

  private static final List<SuffixRule> STEP_4 =
      joined(
          PorterTables.STEP_4_HEAD,
          List.of(SuffixRule.removed("ment"), SuffixRule.removed("ent"), PorterTables.ION),
          PorterTables.STEP_4_TAIL);

  @SafeVarargs
  private static List<SuffixRule> joined(List<SuffixRule>... tables) {
    List<SuffixRule> all = new ArrayList<>();
    for (List<SuffixRule> table : tables) {
      all.addAll(table);
    }
    return List.copyOf(all);
  }

  @Override
  public String name() {
    return "porter-nltk";
  }

  @Override
  public String stem(String word) {
    String irregular = IRREGULAR.get(word);
    if (irregular != null) {
      return irregular;
    }
    if (word.length() <= 2) {
      return word;
    }
    String inflected = step1c(step1b(step1a(word)));
    String derived = SuffixRule.apply(PorterTables.STEP_3, step2(inflected));
    return step5b(step5a(SuffixRule.apply(STEP_4, derived)));
  }

  private static String step1a(String word) {
    if (word.length() == 4 && word.endsWith("ies")) {
      return cut(word, 1);
    }
    return SuffixRule.apply(STEP_1A, word);
  }

  private static String step1b(String word) {
    if (word.endsWith("ied")) {
      return cut(word, word.length() == 4 ? 1 : 2);
    }
    if (word.endsWith("eed")) {
      return Letters.measure(cut(word, 3)) > 0 ? cut(word, 1) : word;
    }
    if (word.endsWith("ed") && Letters.containsVowel(cut(word, 2))) {
      return repaired(cut(word, 2));
    }
    if (word.endsWith("ing") && Letters.containsVowel(cut(word, 3))) {
      return repaired(cut(word, 3));
    }
    return word;
  }

  /** What -ed and -ing leave behind gets its e back, or loses a doubled consonant. */
  private static String repaired(String stem) {
    if (stem.endsWith("at") || stem.endsWith("bl") || stem.endsWith("iz")) {
      return stem + "e";
    }
    if (Letters.endsInDoubleConsonant(stem)) {
      return "lsz".indexOf(stem.charAt(stem.length() - 1)) < 0 ? cut(stem, 1) : stem;
    }
    return Letters.measure(stem) == 1 && endsInShortSyllable(stem) ? stem + "e" : stem;
  }

  private static String step1c(String word) {
    int before = word.length() - 2;
    boolean changes = word.endsWith("y") && before > 0 && Letters.isConsonant(word, before);
    return changes ? cut(word, 1) + "i" : word;
  }

  private static String step2(String word) {
    String rest = word;
    while (rest.endsWith("alli") && Letters.measure(cut(rest, 4)) > 0) {
      rest = cut(rest, 2);
    }
    return SuffixRule.apply(STEP_2, rest);
  }

  private static String step5a(String word) {
    if (!word.endsWith("e")) {
      return word;
    }
    String stem = cut(word, 1);
    return PorterTables.losesE(Letters.measure(stem), endsInShortSyllable(stem)) ? stem : word;
  }

  private static String step5b(String word) {
    return word.endsWith("ll") && Letters.measure(cut(word, 1)) > 1 ? cut(word, 1) : word;
  }

  private static boolean endsInShortSyllable(String stem) {
    boolean two = stem.length() == 2 && !Letters.isConsonant(stem, 0);
    return (two && Letters.isConsonant(stem, 1)) || Letters.endsInShortSyllable(stem);
  }
}
