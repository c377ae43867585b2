package gloss.explain;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The n-grams on which outputs lose: those of references that the output of the same line lacks
 * (what recall, as in ROUGE, counts) and those of outputs that their reference lacks (what
 * precision, as in BLEU, counts). Of several references the n-grams of the first are missed, and
 * those that are in none are invented.
 */
public final class LostNgrams {
  private LostNgrams() {}

  /**
   * An n-gram.
   *
   * @param count in how many places it was lost
   */
  public record Ngram(String text, long count) {}

  /** What references have and outputs lack: the n-grams of n words that are lost most often. */
  public static List<Ngram> missing(TextExplanation explanation, int n, int most) {
    Map<String, Long> lost = new LinkedHashMap<>();
    for (Line line : explanation.lines()) {
      WordView view = explanation.view();
      add(lost, counts(n, view.words(line.reference())), counts(n, view.words(line.output())));
    }
    return largest(lost, most);
  }

  /** What outputs have and references lack. */
  public static List<Ngram> invented(TextExplanation explanation, int n, int most) {
    Map<String, Long> lost = new LinkedHashMap<>();
    for (Line line : explanation.lines()) {
      WordView view = explanation.view();
      Map<String, Integer> known = new HashMap<>();
      for (String reference : line.references()) {
        counts(n, view.words(reference))
            .forEach((gram, count) -> known.merge(gram, count, Math::max));
      }
      add(lost, counts(n, view.words(line.output())), known);
    }
    return largest(lost, most);
  }

  private static void add(
      Map<String, Long> lost, Map<String, Integer> has, Map<String, Integer> there) {
    has.forEach(
        (gram, count) -> {
          long more = (long) count - there.getOrDefault(gram, 0);
          if (more > 0) {
            lost.merge(gram, more, Long::sum);
          }
        });
  }

  private static List<Ngram> largest(Map<String, Long> lost, int most) {
    return lost.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .limit(most)
        .map(entry -> new Ngram(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Map<String, Integer> counts(int n, List<String> words) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (int i = 0; i + n <= words.size(); i++) {
      counts.merge(String.join(" ", words.subList(i, i + n)), 1, Integer::sum);
    }
    return counts;
  }
}
