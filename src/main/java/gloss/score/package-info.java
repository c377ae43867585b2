/**
 * Scores of what a model wrote, equal to the reference implementations digit by digit.
 *
 * <p>One idea holds it up: <em>a metric is a sum</em>. {@link gloss.score.Metric#statistics} turns
 * one example into a small vector of counts; {@link gloss.score.Metric#breakdown} turns a sum of
 * such vectors into a value. Corpus scores, scores of single sentences, streaming ({@link
 * gloss.score.Accumulator}), many threads, confidence intervals and significance tests all use
 * these two and nothing else.
 *
 * <pre>{@code
 * Score bleu = Bleu.builder().tokenizer(Tokenizers.MTEVAL_13A).build().score(hypotheses, references);
 * }</pre>
 *
 * <p>Where to look:
 *
 * <ul>
 *   <li>a metric for text: {@code bleu}, {@code chrf}, {@code ter}, {@code rouge}; by its name on
 *       the command line: {@code catalog};
 *   <li>a metric for labels or numbers: {@code classification}, {@code regression};
 *   <li>is the difference real? {@code significance};
 *   <li>a metric of your own: implement {@link gloss.score.TextMetric} (examples are {@link
 *       gloss.score.Segment}s) or {@link gloss.score.Metric} (examples are anything else), its
 *       {@link gloss.score.Breakdown} and its {@link gloss.score.Signature}.
 * </ul>
 *
 * <p>Needs the JDK and {@code gloss.text} only.
 */
@NullMarked
package gloss.score;

import org.jspecify.annotations.NullMarked;
