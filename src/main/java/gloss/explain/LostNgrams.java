package gloss.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
   * @param text as it most often stands where it was lost; a metric may count other forms of its
   *     words as the same
   * @param count in how many places it was lost
   */
  public record Ngram(String text, long count) {}

  /** What references have and outputs lack: the n-grams of n words that are lost most often. */
  public static List<Ngram> missing(TextExplanation explanation, int n, int most) {
    Map<String, List<String>> lost = new LinkedHashMap<>();
    for (Line line : explanation.lines()) {
      WordView view = explanation.view();
      Map<String, List<String>> output = forms(n, view.words(line.output()));
      add(lost, forms(n, view.words(line.reference())), counts(output));
    }
    return largest(lost, most);
  }

  /** What outputs have and references lack. */
  public static List<Ngram> invented(TextExplanation explanation, int n, int most) {
    Map<String, List<String>> lost = new LinkedHashMap<>();
    for (Line line : explanation.lines()) {
      WordView view = explanation.view();
      Map<String, Integer> known = new LinkedHashMap<>();
      for (String reference : line.references()) {
        counts(forms(n, view.words(reference)))
            .forEach((gram, count) -> known.merge(gram, count, Math::max));
      }
      add(lost, forms(n, view.words(line.output())), known);
    }
    return largest(lost, most);
  }

  private static void add(
      Map<String, List<String>> lost, Map<String, List<String>> has, Map<String, Integer> there) {
    has.forEach(
        (gram, forms) -> {
          int found = Math.min(forms.size(), there.getOrDefault(gram, 0));
          if (found < forms.size()) {
            lost.computeIfAbsent(gram, key -> new ArrayList<>())
                .addAll(forms.subList(found, forms.size()));
          }
        });
  }

  private static List<Ngram> largest(Map<String, List<String>> lost, int most) {
    return lost.values().stream()
        .sorted(Comparator.<List<String>>comparingInt(List::size).reversed())
        .limit(most)
        .map(forms -> new Ngram(usual(forms), forms.size()))
        .toList();
  }

  /** The most frequent; the first of several. */
  private static String usual(List<String> forms) {
    Map<String, Long> counts =
        forms.stream()
            .collect(
                Collectors.groupingBy(form -> form, LinkedHashMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .reduce((best, next) -> next.getValue() > best.getValue() ? next : best)
        .map(Map.Entry::getKey)
        .orElseThrow();
  }

  /** By what a metric compares, each n-gram as it stands in its places. */
  private static Map<String, List<String>> forms(int n, List<WordView.Word> words) {
    Map<String, List<String>> forms = new LinkedHashMap<>();
    for (int i = 0; i + n <= words.size(); i++) {
      List<WordView.Word> gram = words.subList(i, i + n);
      String counted = gram.stream().map(WordView.Word::counted).collect(Collectors.joining(" "));
      forms
          .computeIfAbsent(counted, key -> new ArrayList<>())
          .add(gram.stream().map(WordView.Word::shown).collect(Collectors.joining(" ")));
    }
    return forms;
  }

  private static Map<String, Integer> counts(Map<String, List<String>> forms) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    forms.forEach((gram, places) -> counts.put(gram, places.size()));
    return counts;
  }
}
