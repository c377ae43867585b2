/**
 * Recurrent networks: {@link gloss.nn.recurrent.RecurrentNetwork}, an encoder–decoder of LSTM or
 * GRU layers with attention.
 *
 * <p>A layer ({@link gloss.nn.recurrent.RecurrentLayer}) reads a whole sequence in one call of the
 * engine's fused functions. So does the decoder while the target is known, unless input feeding
 * makes each step wait for the attention of the last: then the whole loop over the steps is one
 * call. {@link gloss.nn.recurrent.GlobalAttention} is the attention, one class for all its scores.
 */
@NullMarked
package gloss.nn.recurrent;

import org.jspecify.annotations.NullMarked;
