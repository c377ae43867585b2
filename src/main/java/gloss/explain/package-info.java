/**
 * Where a model's loss is, and why: figures of a split, example by example.
 *
 * <p>An {@link gloss.explain.Explanation} is what a model made of a split, and there are three: of
 * models that write ({@link gloss.explain.TextExplanation}, lines with their tokens), of
 * classifiers ({@link gloss.explain.ClassExplanation}) and of regression ({@link
 * gloss.explain.NumberExplanation}). All else follows from them: {@link gloss.explain.Hardest} (the
 * examples that have most of the loss), {@link gloss.explain.Confusions} (what was said for what)
 * and {@link gloss.explain.Calibration}; of text {@link gloss.explain.Bins} (by frequency,
 * position, length, copying) and {@link gloss.explain.LostNgrams}; of classes {@link
 * gloss.explain.ClassFigures} and {@link gloss.explain.Suspects} (labels that may be wrong); of
 * numbers {@link gloss.explain.Quantiles}. A {@link gloss.explain.ModelComparison} puts two of the
 * same kind side by side. {@code gloss.report} makes the pages.
 */
@NullMarked
package gloss.explain;

import org.jspecify.annotations.NullMarked;
