package gloss.score.job;

import gloss.score.Segment;
import gloss.score.significance.Evaluation;
import java.util.List;

/** Sees all segments in their order. */
interface SegmentObserver {
  /**
   * Some more segments.
   *
   * @param block the texts
   * @param scored for every system, for every metric, the evaluation of these segments
   */
  void see(Block block, List<List<Evaluation<Segment>>> scored);
}
