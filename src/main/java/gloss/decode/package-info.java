/**
 * Search for the best output sequence.
 *
 * <p>{@link gloss.decode.BeamSearch} is the loop; it sees a model only as {@link
 * gloss.decode.NextTokens} and does not know what a token means. {@link gloss.decode.NetworkTokens}
 * makes such a model of a network. How hypotheses of different lengths compare is a {@link
 * gloss.decode.LengthPenalty}.
 */
@NullMarked
package gloss.decode;

import org.jspecify.annotations.NullMarked;
