package gloss.score.job;

import gloss.score.Accumulator;
import gloss.score.Decimals;
import gloss.score.Segment;
import gloss.score.TextMetric;
import gloss.score.significance.Evaluation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sums the segments of every document, so that a document gets the score that its segments have as
 * a corpus.
 */
final class DocumentScores implements SegmentObserver {
  private final List<TextMetric> metrics;
  private final Map<String, List<List<Accumulator<Segment>>>> documents = new LinkedHashMap<>();

  DocumentScores(List<TextMetric> metrics) {
    this.metrics = metrics;
  }

  @Override
  public void see(Block block, List<List<Evaluation<Segment>>> scored) {
    for (int i = 0; i < block.size(); i++) {
      List<List<Accumulator<Segment>>> sums =
          documents.computeIfAbsent(block.documents().get(i), id -> empty(scored.size()));
      int references = block.references().get(i).size();
      for (int s = 0; s < scored.size(); s++) {
        for (int m = 0; m < metrics.size(); m++) {
          sums.get(s).get(m).add(scored.get(s).get(m).statistics(i), references);
        }
      }
    }
  }

  private List<List<Accumulator<Segment>>> empty(int systems) {
    List<List<Accumulator<Segment>>> sums = new ArrayList<>();
    for (int s = 0; s < systems; s++) {
      List<Accumulator<Segment>> row = new ArrayList<>();
      metrics.forEach(metric -> row.add(metric.accumulator()));
      sums.add(row);
    }
    return sums;
  }

  /** Document → rounded score of one system under one metric. */
  Map<String, Double> of(int system, int metric, int width) {
    Map<String, Double> scores = new LinkedHashMap<>();
    documents.forEach(
        (id, sums) ->
            scores.put(id, Decimals.rounded(sums.get(system).get(metric).score().value(), width)));
    return scores;
  }

  /** A table parted by TAB: document, system if there are several, one column per metric. */
  String table(List<String> systems, int width) {
    List<String> lines = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("document"));
    if (systems.size() > 1) {
      header.add("system");
    }
    metrics.forEach(metric -> header.add(metric.name()));
    lines.add(String.join("\t", header));
    documents.forEach(
        (id, sums) -> {
          for (int s = 0; s < systems.size(); s++) {
            List<String> row = new ArrayList<>(List.of(id));
            if (systems.size() > 1) {
              row.add(systems.get(s));
            }
            sums.get(s).forEach(sum -> row.add(Decimals.fixed(sum.score().value(), width)));
            lines.add(String.join("\t", row));
          }
        });
    return String.join("\n", lines);
  }
}
