package gloss.spark;

import gloss.score.Segment;
import gloss.score.TextMetric;
import gloss.score.job.DocumentScores;
import gloss.score.job.Refusal;
import gloss.score.job.SegmentRows;
import gloss.score.significance.Evaluation;
import gloss.text.InputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;

/**
 * Scores systems under metrics on a cluster. A metric is a sum over segments: each part of the
 * corpus gives a sum, and the sums are added up without loss, so that scores equal those of one
 * machine to the last bit.
 */
public final class Scoring implements AutoCloseable {
  /** Their statistics are in memory at once. */
  private static final int LINES_OF_PARTITION = 50_000;

  private final MetricSource source;
  private final boolean keepRows;
  private final JavaRDD<ScoredPart> parts;

  /**
   * Lines up the texts.
   *
   * @param source of the metrics
   * @param keepRows whether the statistics of every segment are wanted, for significance tests:
   *     they are gathered on the driver, 8 bytes a number
   * @throws Refusal if texts differ in length
   * @throws InputException if one is not there, or there is no line
   */
  public Scoring(
      JavaSparkContext context, ScoringInput input, MetricSource source, boolean keepRows)
      throws IOException {
    this.source = source;
    this.keepRows = keepRows;
    Versions driver = Versions.here();
    parts =
        ParallelLines.read(context, input.all(), input.partitions(), LINES_OF_PARTITION)
            .mapPartitions(
                lines -> {
                  driver.check();
                  return List.of(ScoredPart.of(lines, input, source)).iterator();
                })
            .persist(StorageLevel.MEMORY_AND_DISK());
  }

  /**
   * Scores everything.
   *
   * @return for every system, for every metric, its evaluation; of single segments only if they
   *     were asked for
   */
  public List<List<Evaluation<Segment>>> evaluations() {
    boolean rows = keepRows;
    List<TextMetric> metrics = source.metrics();
    List<List<Evaluation<Segment>>> totals = new ArrayList<>();
    for (ScoredPart part : parts.map(p -> rows ? p : p.withoutRows()).collect()) {
      part.addTo(totals, metrics);
    }
    return totals;
  }

  /** The scores of documents, in the order of their first segments. */
  public DocumentScores documents() {
    DocumentScores all = new DocumentScores(source.metrics());
    parts.map(ScoredPart::documents).collect().forEach(all::add);
    return all;
  }

  /**
   * The table of all segments, as {@code gloss score --per-segment} writes it.
   *
   * @param systems their names
   */
  public JavaRDD<String> table(List<String> systems) {
    MetricSource metrics = source;
    List<String> names = new ArrayList<>(systems);
    return parts.mapPartitionsWithIndex(
        (index, scored) -> {
          SegmentRows rows = new SegmentRows(names, metrics.metrics());
          List<String> lines = new ArrayList<>();
          if (index == 0) {
            lines.add(rows.header());
          }
          scored.forEachRemaining(part -> lines.addAll(part.lines(rows)));
          return lines.iterator();
        },
        true);
  }

  /** Lets go of what the executors keep. */
  @Override
  public void close() {
    parts.unpersist(false);
  }
}
