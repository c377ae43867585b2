/**
 * What turns gradients into new weights: optimizers, learning-rate schedules and averages of
 * weights.
 *
 * <p>An {@link gloss.optim.Optimizer} shows its whole state, so that a checkpoint can hold it; a
 * {@link gloss.optim.Schedule} is a pure function of how much training there has been. {@link
 * gloss.optim.Optimizers} and {@link gloss.optim.Schedules} list them by the names used in recipes.
 *
 * <p>Begin with {@link gloss.optim.Adam} as AdamW: it fits most networks as it is. {@link
 * gloss.optim.Sgd} with momentum can end better where there is time to find its rate, as with
 * images. {@link gloss.optim.Adafactor} and {@link gloss.optim.Lion} save memory in large networks,
 * {@link gloss.optim.Adagrad} is for rare features, {@link gloss.optim.RmsProp} for goals that
 * move, {@link gloss.optim.Adadelta} needs no rate.
 */
@NullMarked
package gloss.optim;

import org.jspecify.annotations.NullMarked;
