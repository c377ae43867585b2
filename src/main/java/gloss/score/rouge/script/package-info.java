/**
 * ROUGE as the perl script ROUGE-1.5.5 computes and prints it: ROUGE-N, L, W, S and SU.
 *
 * <p>{@link gloss.score.rouge.script.Rouge155Options} are the script's options; {@link
 * gloss.score.rouge.script.Rouge155} makes the measures that they ask for, each of them a metric
 * like any other; {@link gloss.score.rouge.script.ScriptRun} collects one system's documents and
 * prints the script's own lines with its own confidence intervals.
 *
 * <p>What sets it apart from {@code rouge_score}: another stemmer (with irregular words from
 * WordNet where its lists are given), hits and counts added up over several references, precision
 * and recall rounded to five decimals before F is taken of them.
 */
@NullMarked
package gloss.score.rouge.script;

import org.jspecify.annotations.NullMarked;
