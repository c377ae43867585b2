package gloss.spark;

import gloss.score.TextMetric;
import java.io.Serializable;
import java.util.List;

/**
 * Makes metrics, always the same in the same order: metrics themselves do not travel, what makes
 * them does, as in {@code () -> List.of(Bleu.builder().build())}.
 */
@FunctionalInterface
public interface MetricSource extends Serializable {
  /** The metrics. */
  List<TextMetric> metrics();
}
