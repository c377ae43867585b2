package gloss.subword;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Byte pair encoding by the book, as slow as can be: counts all pairs anew for every merge. What
 * {@link BpeLearner} and {@link WordMerger} are compared with.
 */
final class SubwordNmtReference {
  private SubwordNmtReference() {}

  static List<Merge> learn(List<String> lines, int merges, long minCount) {
    Map<List<String>, Long> words = new LinkedHashMap<>();
    for (String line : lines) {
      for (String word : line.split(" ")) {
        if (!word.isEmpty()) {
          words.merge(spell(word), 1L, Long::sum);
        }
      }
    }
    List<Merge> learned = new ArrayList<>();
    while (learned.size() < merges) {
      Map<Merge, Long> counts = new LinkedHashMap<>();
      words.forEach(
          (word, count) -> {
            for (int i = 1; i < word.size(); i++) {
              counts.merge(new Merge(word.get(i - 1), word.get(i)), count, Long::sum);
            }
          });
      Map.Entry<Merge, Long> best =
          counts.entrySet().stream()
              .max(
                  Map.Entry.<Merge, Long>comparingByValue()
                      .thenComparing(e -> points(e.getKey().left()), BY_CODE_POINTS)
                      .thenComparing(e -> points(e.getKey().right()), BY_CODE_POINTS))
              .orElse(null);
      if (best == null || best.getValue() < minCount) {
        break;
      }
      learned.add(best.getKey());
      Map<List<String>, Long> merged = new LinkedHashMap<>();
      words.forEach((word, count) -> merged.merge(apply(word, best.getKey()), count, Long::sum));
      words = merged;
    }
    return learned;
  }

  static String segment(String line, List<Merge> merges) {
    List<String> out = new ArrayList<>();
    for (String word : line.split(" ")) {
      if (!word.isEmpty()) {
        out.add(cut(word, merges));
      }
    }
    return String.join(" ", out);
  }

  private static String cut(String word, List<Merge> merges) {
    List<String> symbols = spell(word);
    for (Merge next = first(symbols, merges); next != null; next = first(symbols, merges)) {
      symbols = apply(symbols, next);
    }
    String cut = String.join("@@ ", symbols);
    return cut.substring(0, cut.length() - "</w>".length());
  }

  /** The earliest merge of which there is a place in the word. */
  private static Merge first(List<String> word, List<Merge> merges) {
    for (Merge merge : merges) {
      for (int i = 1; i < word.size(); i++) {
        if (word.get(i - 1).equals(merge.left()) && word.get(i).equals(merge.right())) {
          return merge;
        }
      }
    }
    return null;
  }

  private static List<String> spell(String word) {
    List<String> symbols = new ArrayList<>();
    word.codePoints().forEach(c -> symbols.add(Character.toString(c)));
    symbols.set(symbols.size() - 1, symbols.get(symbols.size() - 1) + "</w>");
    return symbols;
  }

  private static List<String> apply(List<String> word, Merge merge) {
    List<String> out = new ArrayList<>();
    for (int i = 0; i < word.size(); i++) {
      boolean here =
          i + 1 < word.size()
              && word.get(i).equals(merge.left())
              && word.get(i + 1).equals(merge.right());
      out.add(here ? merge.result() : word.get(i));
      i += here ? 1 : 0;
    }
    return out;
  }

  private static final Comparator<int[]> BY_CODE_POINTS = java.util.Arrays::compare;

  private static int[] points(String text) {
    return text.codePoints().toArray();
  }
}
