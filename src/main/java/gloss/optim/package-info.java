/**
 * What turns gradients into new weights: optimizers and learning-rate schedules.
 *
 * <p>An {@link gloss.optim.Optimizer} shows its whole state, so that a checkpoint can hold it; a
 * {@link gloss.optim.Schedule} is a pure function of the step. {@link gloss.optim.Optimizers} and
 * {@link gloss.optim.Schedules} list them by the names used in recipes.
 */
@NullMarked
package gloss.optim;

import org.jspecify.annotations.NullMarked;
