/**
 * ROUGE as Google's {@code rouge_score} computes it: Lin (2004), "ROUGE: a package for automatic
 * evaluation of summaries", ACL workshop.
 *
 * <p>{@link gloss.score.rouge.Rouge} holds the settings and makes the metrics: {@code rouge1} to
 * {@code rouge9} (n-grams), {@code rougeL} (longest common subsequence of whole texts), {@code
 * rougeLsum} (the same sentence by sentence, the one for summaries). Every metric is a mean over
 * segments, so confidence intervals and significance tests work as for any other; {@link
 * gloss.score.rouge.BootstrapAggregator} gives {@code rouge_score}'s own intervals.
 *
 * <p>For numbers to be compared with papers that used the perl script ROUGE-1.5.5 take {@code
 * gloss.score.rouge.script}: other stemmer, other treatment of several references, other rounding.
 */
@NullMarked
package gloss.score.rouge;

import org.jspecify.annotations.NullMarked;
