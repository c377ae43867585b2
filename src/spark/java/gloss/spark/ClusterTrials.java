package gloss.spark;

import gloss.score.Segment;
import gloss.score.TextMetric;
import gloss.score.significance.Evaluation;
import gloss.score.significance.Pcg64;
import gloss.score.significance.Trial;
import gloss.score.significance.TrialRunner;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * Trials of significance tests on a cluster: every executor gets the statistics of all segments,
 * every task some of the trials and the generator as it is in front of them. Results equal those of
 * one machine bit by bit. For resamples the driver has to run through all random numbers once,
 * about 2 ns each; for exchanges it jumps.
 *
 * @param context of the cluster
 * @param source of the metrics
 */
public record ClusterTrials(JavaSparkContext context, MetricSource source) implements TrialRunner {
  private static final int TASKS_PER_CORE = 3;

  /**
   * Some of the trials.
   *
   * @param generator as it is in front of the first of them
   */
  private record Range(int count, Pcg64 generator) implements Serializable {}

  @Override
  public <E> List<Number[]> run(
      Trial trial, int count, List<Evaluation<E>> systems, Pcg64 generator) {
    int metric =
        source.metrics().stream()
            .map(TextMetric::describe)
            .toList()
            .indexOf(systems.get(0).metric().describe());
    ArrayList<Evaluation.Part> parts = new ArrayList<>();
    systems.forEach(system -> parts.add(system.part()));
    List<Range> ranges = ranges(trial, count, size(parts), generator);
    Broadcast<ArrayList<Evaluation.Part>> shared = context.broadcast(parts);
    MetricSource metrics = source;
    try {
      List<Number[]> rows = new ArrayList<>(count);
      context
          .parallelize(ranges, ranges.size())
          .map(range -> rows(trial, range, shared.value(), metrics.metrics().get(metric)))
          .collect()
          .forEach(rows::addAll);
      return rows;
    } finally {
      shared.destroy(false);
    }
  }

  private static int size(List<Evaluation.Part> parts) {
    return Math.toIntExact(parts.get(0).sum().examples());
  }

  private static ArrayList<Number[]> rows(
      Trial trial, Range range, List<Evaluation.Part> parts, TextMetric metric) {
    List<Evaluation<Segment>> systems = new ArrayList<>();
    for (Evaluation.Part part : parts) {
      Evaluation<Segment> system = new Evaluation<>(metric);
      system.append(part);
      systems.add(system);
    }
    return new ArrayList<>(
        TrialRunner.threads(1).run(trial, range.count, systems, range.generator));
  }

  /** Leaves the generator behind the last trial. */
  private List<Range> ranges(Trial trial, int count, int size, Pcg64 generator) {
    int tasks = TASKS_PER_CORE * context.defaultParallelism();
    int even = (count + tasks - 1) / tasks;
    int step = (even + Trial.STRIDE - 1) / Trial.STRIDE * Trial.STRIDE;
    List<Range> ranges = new ArrayList<>();
    for (int done = 0; done < count; done += step) {
      int trials = Math.min(step, count - done);
      ranges.add(new Range(trials, generator.copy()));
      trial.skip(generator, size, trials);
    }
    return ranges;
  }
}
