package gloss.score.bleu;

import gloss.score.Segment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names the n-grams of a hypothesis that no reference has, or not so often. */
final class MissedNgrams {
  private MissedNgrams() {}

  /** One line for every order that missed something. */
  static List<String> lines(Bleu bleu, Segment segment) {
    List<String> hypothesis = bleu.tokens(segment.hypothesis());
    List<List<String>> references = segment.references().stream().map(bleu::tokens).toList();
    List<String> lines = new ArrayList<>();
    for (int n = 1; n <= bleu.maxOrder(); n++) {
      List<String> missed = missed(n, hypothesis, references);
      if (!missed.isEmpty()) {
        lines.add("missed " + n + "-grams: " + String.join(", ", missed));
      }
    }
    return lines;
  }

  private static List<String> missed(int n, List<String> text, List<List<String>> references) {
    Map<String, Integer> allowed = new LinkedHashMap<>();
    for (List<String> reference : references) {
      counts(n, reference).forEach((gram, count) -> allowed.merge(gram, count, Math::max));
    }
    List<String> missed = new ArrayList<>();
    counts(n, text)
        .forEach(
            (gram, count) -> {
              int times = count - allowed.getOrDefault(gram, 0);
              if (times > 0) {
                missed.add("'" + gram + "'" + (times > 1 ? " ×" + times : ""));
              }
            });
    return missed;
  }

  private static Map<String, Integer> counts(int n, List<String> tokens) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (int i = 0; i + n <= tokens.size(); i++) {
      counts.merge(String.join(" ", tokens.subList(i, i + n)), 1, Integer::sum);
    }
    return counts;
  }
}
