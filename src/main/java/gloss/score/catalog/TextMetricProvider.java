package gloss.score.catalog;

import gloss.score.TextMetric;

/** A metric from outside, found by {@link java.util.ServiceLoader}. */
public interface TextMetricProvider {
  /** What the user writes behind {@code -m}. */
  String name();

  /** The metric with its defaults. */
  TextMetric metric();
}
