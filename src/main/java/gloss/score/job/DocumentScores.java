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
public final class DocumentScores implements SegmentObserver {
  private final List<TextMetric> metrics;
  private final Map<String, List<List<Accumulator<Segment>>>> documents = new LinkedHashMap<>();

  /** No document yet. */
  public DocumentScores(List<TextMetric> metrics) {
    this.metrics = metrics;
  }

  @Override
  public void see(Block block, List<List<Evaluation<Segment>>> scored) {
    for (int i = 0; i < block.size(); i++) {
      int place = i;
      List<List<double[]>> statistics =
          scored.stream()
              .map(system -> system.stream().map(e -> e.statistics(place)).toList())
              .toList();
      add(block.documents().get(i), block.references().get(i).size(), statistics);
    }
  }

  /**
   * One more segment.
   *
   * @param document its name
   * @param references how many the segment has
   * @param statistics for every system, for every metric
   */
  public void add(String document, int references, List<List<double[]>> statistics) {
    List<List<Accumulator<Segment>>> sums =
        documents.computeIfAbsent(document, id -> empty(statistics.size()));
    for (int s = 0; s < sums.size(); s++) {
      for (int m = 0; m < metrics.size(); m++) {
        sums.get(s).get(m).add(statistics.get(s).get(m), references);
      }
    }
  }

  /** The sums, to be sent: document → for every system, for every metric. */
  public Map<String, List<List<Accumulator.Part>>> parts() {
    Map<String, List<List<Accumulator.Part>>> parts = new LinkedHashMap<>();
    documents.forEach(
        (id, sums) -> {
          List<List<Accumulator.Part>> systems = new ArrayList<>();
          for (List<Accumulator<Segment>> system : sums) {
            List<Accumulator.Part> row = new ArrayList<>();
            system.forEach(sum -> row.add(sum.part()));
            systems.add(row);
          }
          parts.put(id, systems);
        });
    return parts;
  }

  /** Adds the sums of segments that follow. */
  public void add(Map<String, List<List<Accumulator.Part>>> parts) {
    parts.forEach(
        (id, systems) -> {
          List<List<Accumulator<Segment>>> sums =
              documents.computeIfAbsent(id, name -> empty(systems.size()));
          for (int s = 0; s < sums.size(); s++) {
            for (int m = 0; m < metrics.size(); m++) {
              sums.get(s).get(m).merge(systems.get(s).get(m));
            }
          }
        });
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
