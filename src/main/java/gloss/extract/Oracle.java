package gloss.extract;

import gloss.score.Segment;
import gloss.score.rouge.Rouge;
import gloss.score.rouge.RougeMetric;
import gloss.text.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The extract that fits the references best, as far as a greedy search finds it (Nallapati et al.
 * 2017; Liu and Lapata 2019): the sentence that raises F of ROUGE-1 plus F of ROUGE-2 most is
 * added, until none does. Of several references the best one counts, for each of the two.
 *
 * @param count how many sentences, at most
 */
public record Oracle(int count) implements Extractor {
  static final String NAME = "oracle";

  private static final Rouge ROUGE = Rouge.builder().build();

  /** Checks the number. */
  public Oracle {
    Extractors.checkCount(count);
  }

  @Override
  public boolean needsReferences() {
    return true;
  }

  @Override
  public List<Integer> choose(Document document) {
    if (document.references().isEmpty()) {
      throw new InputException("the method oracle needs references");
    }
    List<RougeMetric> metrics = List.of(ROUGE.named("rouge1"), ROUGE.named("rouge2"));
    List<Integer> chosen = List.of();
    double best = 0;
    while (chosen.size() < count) {
      List<Integer> longer = chosen;
      for (int place = 0; place < document.sentences().size(); place++) {
        List<Integer> candidate = with(chosen, place);
        double score = score(metrics, document, candidate);
        if (score > best) {
          best = score;
          longer = candidate;
        }
      }
      if (longer.size() == chosen.size()) {
        return chosen;
      }
      chosen = longer;
    }
    return chosen;
  }

  private static List<Integer> with(List<Integer> places, int place) {
    List<Integer> more = new ArrayList<>(places);
    if (!more.contains(place)) {
      more.add(place);
      more.sort(null);
    }
    return more;
  }

  private static double score(List<RougeMetric> metrics, Document document, List<Integer> places) {
    String text = places.stream().map(document.sentences()::get).collect(Collectors.joining("\n"));
    Segment segment = new Segment(text, document.references());
    return metrics.stream().mapToDouble(metric -> metric.best(segment).fmeasure()).sum();
  }

  @Override
  public String name() {
    return Extractors.name(NAME, count);
  }
}
