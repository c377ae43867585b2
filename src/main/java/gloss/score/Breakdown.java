package gloss.score;

import java.util.List;
import java.util.Map;

/** A metric's value with the parts of its formula. Implementations are records, one per metric. */
public interface Breakdown {
  /** The value on the metric's own scale (0 to 100 for BLEU, chrF and ROUGE). */
  double value();

  /** What stands behind the value in a line of text, such as BLEU's precisions; may be empty. */
  default String summary() {
    return "";
  }

  /**
   * Numbers that belong beside the value in JSON and in a table of segments, unrounded, by name;
   * empty where the value says all.
   */
  default Map<String, Double> parts() {
    return Map.of();
  }

  /** How the value came about, for people: one fact per line. */
  default List<String> explain() {
    return List.of();
  }
}
