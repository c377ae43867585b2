/**
 * What a step of training makes small where sequences are written: more than a loss of single
 * tokens.
 *
 * <p>An {@link gloss.objective.Objective} turns a batch into a {@link gloss.loss.LossSum}. {@link
 * gloss.objective.TokenObjective} is the usual one: the decoder reads the reference and predicts
 * each of its tokens; {@link gloss.objective.PointerObjective} is that of a network that copies;
 * {@linkplain gloss.objective.LineWeights lines} may count differently. To it {@link
 * gloss.objective.UnlikelihoodObjective} adds a loss of repetitions, and in {@link
 * gloss.objective.ScheduledSamplingObjective} the decoder reads words of its own. {@link
 * gloss.objective.RiskObjective} lets the network write, scores what it wrote with a metric of
 * {@code gloss.score}, and makes good outputs likelier: {@link gloss.objective.Credit} tells how
 * much. {@link gloss.objective.ExpectedBleuObjective} needs no samples: its BLEU is a formula of
 * the probabilities. {@link gloss.objective.Objectives} lists them by the names of recipes.
 *
 * <p>Any task with a {@link gloss.nn.SequenceNetwork} can use them; {@link
 * gloss.objective.SequenceModel} is all that they need to know of it.
 */
@NullMarked
package gloss.objective;

import org.jspecify.annotations.NullMarked;
