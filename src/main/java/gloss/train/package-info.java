/**
 * The training loop, and what is around it.
 *
 * <p>{@link gloss.train.Trainer} is the loop and nothing else. What the data mean is the business
 * of a {@link gloss.train.Task}; whatever changes while training is in one {@link
 * gloss.train.TrainingState}, which a {@link gloss.train.Checkpoint} holds; progress, logs and the
 * like are {@link gloss.train.Observer}s. A new kind of task is one class that implements {@code
 * Task}; a new kind of report is one observer.
 */
@NullMarked
package gloss.train;

import org.jspecify.annotations.NullMarked;
