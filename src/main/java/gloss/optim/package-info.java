/**
 * What turns gradients into new weights: optimizers, learning-rate schedules and averages of
 * weights.
 *
 * <p>An {@link gloss.optim.Optimizer} shows its whole state, so that a checkpoint can hold it; a
 * {@link gloss.optim.Schedule} is a pure function of how much training there has been. {@link
 * gloss.optim.Optimizers} and {@link gloss.optim.Schedules} list them by the names used in recipes.
 */
@NullMarked
package gloss.optim;

import org.jspecify.annotations.NullMarked;
