/**
 * chrF and chrF++ (Popović 2015, 2017) as sacreBLEU 2.6 computes them.
 *
 * <p>{@link gloss.score.chrf.Chrf} is the metric. chrF needs no tokenizer and so suits every
 * language; chrF++ ({@code wordOrder(2)}) adds words and agrees with people's judgement a little
 * better where words are parted by blanks.
 */
@NullMarked
package gloss.score.chrf;

import org.jspecify.annotations.NullMarked;
