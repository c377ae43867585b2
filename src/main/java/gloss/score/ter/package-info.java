/**
 * TER, translation edit rate (Snover et al. 2006), as sacreBLEU 2.6 computes it: its variant of
 * Tercom's search for shifts ({@link gloss.score.ter.ShiftSearch}) over a beam around the diagonal
 * of the edit distance ({@link gloss.score.ter.BeamDistance}).
 *
 * <p>{@link gloss.score.ter.Ter} is the metric; lower is better. Its defaults ignore case and leave
 * punctuation attached to words; {@code normalized(true)} splits it off.
 */
@NullMarked
package gloss.score.ter;

import org.jspecify.annotations.NullMarked;
