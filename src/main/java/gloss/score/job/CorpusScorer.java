package gloss.score.job;

import gloss.score.Segment;
import gloss.score.TextMetric;
import gloss.score.parallel.Pipeline;
import gloss.score.significance.Evaluation;
import java.util.ArrayList;
import java.util.List;

/** Scores all systems under all metrics in one pass over the files. */
final class CorpusScorer {
  private final List<TextMetric> metrics;
  private final boolean keepTables;
  private final int threads;

  /** A block with the evaluations of it. */
  private record Scored(Block block, List<List<Evaluation<Segment>>> evaluations) {}

  CorpusScorer(List<TextMetric> metrics, boolean keepTables, int threads) {
    this.metrics = metrics;
    this.keepTables = keepTables;
    this.threads = threads;
  }

  /** For every system, for every metric, its evaluation. */
  List<List<Evaluation<Segment>>> score(ParallelReader reader, List<SegmentObserver> observers) {
    List<List<Evaluation<Segment>>> totals = empty(reader.systems());
    Pipeline.run(
        threads,
        reader,
        this::score,
        scored -> {
          addTo(totals, scored.evaluations());
          observers.forEach(o -> o.see(scored.block(), scored.evaluations()));
        });
    return totals;
  }

  private List<List<Evaluation<Segment>>> empty(int systems) {
    List<List<Evaluation<Segment>>> all = new ArrayList<>();
    for (int s = 0; s < systems; s++) {
      List<Evaluation<Segment>> row = new ArrayList<>();
      metrics.forEach(metric -> row.add(new Evaluation<>(metric)));
      all.add(row);
    }
    return all;
  }

  private Scored score(Block block) {
    List<List<Evaluation<Segment>>> evaluations = empty(block.systems().size());
    for (int s = 0; s < evaluations.size(); s++) {
      for (int i = 0; i < block.size(); i++) {
        Segment segment = block.segment(s, i);
        evaluations.get(s).forEach(evaluation -> evaluation.add(segment));
      }
    }
    return new Scored(block, evaluations);
  }

  private void addTo(
      List<List<Evaluation<Segment>>> totals, List<List<Evaluation<Segment>>> block) {
    for (int s = 0; s < totals.size(); s++) {
      for (int m = 0; m < metrics.size(); m++) {
        Evaluation<Segment> more = block.get(s).get(m);
        if (keepTables) {
          totals.get(s).get(m).append(more);
        } else {
          totals.get(s).get(m).sum().merge(more.sum());
        }
      }
    }
  }
}
