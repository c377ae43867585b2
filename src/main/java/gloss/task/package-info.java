/**
 * Tasks: what joins corpus, network, loss and metrics.
 *
 * <p>{@link gloss.task.Translation} is translation as the trainer sees it, {@link
 * gloss.task.TranslationModel} the model that comes out, and {@link gloss.task.ModelFolder} how it
 * lies on the disk. {@link gloss.task.Training} puts a whole training together from its recipe.
 */
@NullMarked
package gloss.task;

import org.jspecify.annotations.NullMarked;
