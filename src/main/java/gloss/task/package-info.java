/**
 * Tasks: what joins corpus, network, loss and metrics.
 *
 * <p>{@link gloss.task.Translation} is translation as the trainer sees it, {@link
 * gloss.task.TranslationModel} the model that comes out, and {@link gloss.task.ModelFolder} how it
 * lies on the disk. {@link gloss.task.Training} puts a whole training together from its recipe;
 * {@link gloss.task.TrainingPairs} and {@link gloss.task.ValidationPairs} are its data.
 *
 * <p>A line to be translated goes from {@link gloss.task.TextTranslator}, which works for one model
 * or several, to {@link gloss.task.LineDecoder}, which cuts long lines into parts, and to {@link
 * gloss.task.PartDecoder}, which batches the parts and searches. {@link gloss.task.Evaluation}
 * scores a model on a split, {@link gloss.task.WeightAverage} averages checkpoints, and {@link
 * gloss.task.ModelSummary} tells what a model is.
 */
@NullMarked
package gloss.task;

import org.jspecify.annotations.NullMarked;
