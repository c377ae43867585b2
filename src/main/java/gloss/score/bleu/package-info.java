/**
 * BLEU (Papineni et al. 2002) as sacreBLEU 2.6 computes it (Post 2018).
 *
 * <p>{@link gloss.score.bleu.Bleu} is the metric; its builder has the defaults of the shared tasks
 * of WMT. For the score of a single sentence switch the effective order on: without it a sentence
 * that is too short for a 4-gram scores 0.
 */
@NullMarked
package gloss.score.bleu;

import org.jspecify.annotations.NullMarked;
