/**
 * Is the difference real? Confidence intervals and paired tests for every metric.
 *
 * <ul>
 *   <li>{@link gloss.score.significance.Bootstrap}: the interval of one system (Koehn 2004);
 *   <li>{@link gloss.score.significance.PairedBootstrap}: several systems against the first, by
 *       resampling segments;
 *   <li>{@link gloss.score.significance.ApproximateRandomization}: the same question, by exchanging
 *       the systems' segments (Riezler and Maxwell 2005); fewer false alarms, slower;
 *   <li>{@link gloss.score.significance.PairedPermutation}: the same, for metrics that often have
 *       the very same difference, such as accuracy.
 * </ul>
 *
 * <p>All of them work on {@link gloss.score.significance.Evaluation}s, which keep the statistics of
 * every segment; memory grows with the number of segments only. Results for BLEU, chrF and TER
 * equal sacreBLEU's with NumPy 2 bit by bit ({@link gloss.score.significance.Pcg64}, sums in single
 * precision), and never depend on the number of threads.
 */
@NullMarked
package gloss.score.significance;

import org.jspecify.annotations.NullMarked;
