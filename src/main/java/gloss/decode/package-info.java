/**
 * Search for the best output sequence.
 *
 * <p>{@link gloss.decode.Search} is the loop; it sees a model only as {@link
 * gloss.decode.NextTokens} and does not know what a token means. {@link gloss.decode.NetworkTokens}
 * makes such a model of one network, or of an ensemble; {@link gloss.decode.HeapTokens} does so for
 * few hypotheses, which the engine is slow for. What is wanted of each output is a {@link
 * gloss.decode.Demand}. {@link gloss.decode.SearchBatches} has many sources searched, by several
 * threads at the same time.
 *
 * <p>A kind of search is a plan of two parts: a selection (which continuations stay: the best, the
 * best of diverse groups, those that bring required phrases further, drawn ones) and a stop rule.
 * Which tokens may follow is said by step policies (lengths, n-grams, repetition, forbidden
 * phrases). How hypotheses of different lengths compare is a {@link gloss.decode.LengthPenalty}. To
 * add a kind, write its record in {@code gloss.recipe.SearchRecipe} and its line in {@code Plan}.
 *
 * <p>{@link gloss.decode.ForcedScores} scores outputs that are there already, {@link
 * gloss.decode.MinimumBayesRisk} chooses among candidates by a metric.
 */
@NullMarked
package gloss.decode;

import org.jspecify.annotations.NullMarked;
