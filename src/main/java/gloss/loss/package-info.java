/**
 * Losses: what training makes small.
 *
 * <p>A loss is a fraction. Each returns a {@link gloss.loss.LossSum}, a sum and the count that it
 * stands for, and the trainer divides once; so gradient accumulation, batches of any size and
 * several losses at once need no further thought. {@link gloss.loss.CrossEntropy} is the one for
 * sequences.
 */
@NullMarked
package gloss.loss;

import org.jspecify.annotations.NullMarked;
