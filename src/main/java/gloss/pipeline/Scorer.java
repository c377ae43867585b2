package gloss.pipeline;

import gloss.score.Accumulator;
import gloss.score.Score;
import gloss.score.Segment;
import gloss.score.Segments;
import gloss.score.TextMetric;
import gloss.score.catalog.MetricSettings;
import gloss.score.catalog.TextMetrics;
import gloss.score.significance.Comparison;
import gloss.score.significance.Evaluation;
import gloss.text.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Scores texts under several metrics, and compares systems: {@code gloss.score} behind one door.
 *
 * <pre>
 * List&lt;Score&gt; scores = Scorer.of("bleu", "chrf").score(hypotheses, references);
 * </pre>
 *
 * <p>Immutable, for any number of threads. It holds nothing that must be freed; it can be closed
 * because what else texts pass through in a pipeline can be.
 */
public final class Scorer implements AutoCloseable {
  private final ScorerOptions options;
  private final List<TextMetric> metrics;

  private Scorer(ScorerOptions options) {
    this.options = options;
    metrics =
        options.metrics().stream()
            .map(name -> TextMetrics.named(name, MetricSettings.defaults()))
            .toList();
  }

  /**
   * A scorer for metrics by their names, with their defaults.
   *
   * @throws InputException if there is no such metric
   */
  public static Scorer of(String... metrics) {
    return of(ScorerOptions.defaults().withMetrics(List.of(metrics)));
  }

  /**
   * A scorer.
   *
   * @throws InputException if there is no such metric
   */
  public static Scorer of(ScorerOptions options) {
    return new Scorer(options);
  }

  /** What it measures, and how it compares. */
  public ScorerOptions options() {
    return options;
  }

  /** The metrics, in the order of the options. */
  public List<TextMetric> metrics() {
    return metrics;
  }

  /**
   * Scores a corpus with one reference a line; one score for each metric.
   *
   * @throws InputException if the lists differ in length, or are empty
   */
  public List<Score> score(List<String> hypotheses, List<String> references) {
    return score(Segments.of(hypotheses, references));
  }

  /** Scores a corpus; one score for each metric. */
  public List<Score> score(List<Segment> segments) {
    return metrics.stream().map(metric -> metric.score(segments)).toList();
  }

  /** Scores a corpus of any size in one pass, in little memory; one score for each metric. */
  public List<Score> score(Stream<Segment> segments) {
    List<Accumulator<Segment>> sums = metrics.stream().map(TextMetric::accumulator).toList();
    try (segments) {
      segments.sequential().forEach(segment -> sums.forEach(sum -> sum.add(segment)));
    }
    return sums.stream().map(Accumulator::score).toList();
  }

  /** Scores each segment alone, as {@link #score(Segment)} does, when its scores are asked for. */
  public Stream<List<Score>> scoreEach(Stream<Segment> segments) {
    return segments.map(this::score);
  }

  /** Scores one segment, with the settings that suit single segments. */
  public List<Score> score(Segment segment) {
    return metrics.stream().map(metric -> metric.forSegments().score(segment)).toList();
  }

  /**
   * Compares systems with the first, the baseline. Intervals stand in the scores. A single system
   * gets its interval.
   *
   * @param systems each with the same references in the same order
   * @return for each metric one comparison per system
   * @throws InputException if the systems differ in their number of segments, or have none
   */
  public List<List<Comparison>> compare(List<List<Segment>> systems) {
    return compare(systems, () -> {});
  }

  /** As {@link #compare(List)}; {@code mayStop} is called before each segment and may throw. */
  public List<List<Comparison>> compare(List<List<Segment>> systems, Runnable mayStop) {
    checkSizes(systems);
    List<List<Comparison>> all = new ArrayList<>();
    for (TextMetric metric : metrics) {
      List<Evaluation<Segment>> evaluations =
          systems.stream().map(segments -> evaluation(metric, segments, mayStop)).toList();
      all.add(compareUnderOne(evaluations));
    }
    return all;
  }

  private static void checkSizes(List<List<Segment>> systems) {
    if (systems.isEmpty()) {
      throw new InputException("there is no system to score");
    }
    int size = systems.get(0).size();
    for (int i = 1; i < systems.size(); i++) {
      if (systems.get(i).size() != size) {
        throw new InputException(
            "the first system has %d segments, but system %d has %d"
                .formatted(size, i + 1, systems.get(i).size()));
      }
    }
  }

  private static Evaluation<Segment> evaluation(
      TextMetric metric, List<Segment> segments, Runnable mayStop) {
    Evaluation<Segment> evaluation = new Evaluation<>(metric);
    for (Segment segment : segments) {
      mayStop.run();
      evaluation.add(segment);
    }
    return evaluation;
  }

  private List<Comparison> compareUnderOne(List<Evaluation<Segment>> systems) {
    if (options.samples() > 0 && systems.size() > 1) {
      return options.pairedTest().compare(systems);
    }
    return systems.stream()
        .map(
            system ->
                options.samples() > 0 ? options.interval().confidence(system) : system.score())
        .map(score -> new Comparison(score, OptionalDouble.empty()))
        .toList();
  }

  @Override
  public void close() {
    // It holds nothing.
  }
}
