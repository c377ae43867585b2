/**
 * Where a model's loss is, and why: figures of a split, line by line and token by token.
 *
 * <p>An {@link gloss.explain.Explanation} is what a model made of a split: for each {@link
 * gloss.explain.Line} its {@link gloss.explain.Token}s with their losses. All else follows from it:
 * {@link gloss.explain.Bins} (by frequency, position, length), {@link gloss.explain.Confusions}
 * (what was said for what), {@link gloss.explain.Calibration}, {@link gloss.explain.Hardest} (the
 * lines that have most of the loss) and {@link gloss.explain.LostNgrams}. {@code gloss.report}
 * makes the page.
 */
@NullMarked
package gloss.explain;

import org.jspecify.annotations.NullMarked;
