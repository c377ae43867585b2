package gloss.score.significance;

import java.util.List;

/** Compares systems with the first of them, the baseline, under one metric. */
public interface PairedTest {
  /**
   * One comparison per system, the baseline's first.
   *
   * @param systems evaluations under equal metrics on the same segments in the same order
   */
  <E> List<Comparison> compare(List<Evaluation<E>> systems);
}
