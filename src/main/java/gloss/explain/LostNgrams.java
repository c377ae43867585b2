package gloss.explain;

import gloss.score.token.Tokenizers;
import gloss.score.token.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The n-grams on which outputs lose: those of references that the output of the same line lacks
 * (what recall, as in ROUGE, counts) and those of outputs that their reference lacks (what
 * precision, as in BLEU, counts). Words as BLEU sees them, tokenizer 13a.
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
  public static List<Ngram> missing(Explanation explanation, int n, int most) {
    Map<String, Long> lost = new LinkedHashMap<>();
    explanation.lines().forEach(line -> add(lost, n, line.reference(), line.output()));
    return largest(lost, most);
  }

  /** What outputs have and references lack. */
  public static List<Ngram> invented(Explanation explanation, int n, int most) {
    Map<String, Long> lost = new LinkedHashMap<>();
    explanation.lines().forEach(line -> add(lost, n, line.output(), line.reference()));
    return largest(lost, most);
  }

  private static void add(Map<String, Long> lost, int n, String has, String lacks) {
    Map<String, Integer> there = counts(n, lacks);
    counts(n, has)
        .forEach(
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

  private static Map<String, Integer> counts(int n, String text) {
    Tokens tokens = new Tokens();
    Tokenizers.MTEVAL_13A.tokenize(text, tokens);
    List<String> words = new ArrayList<>(tokens.toList());
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (int i = 0; i + n <= words.size(); i++) {
      counts.merge(String.join(" ", words.subList(i, i + n)), 1, Integer::sum);
    }
    return counts;
  }
}
