/**
 * Tasks: what joins corpus, network, loss and metrics. {@link gloss.task.Tasks} is their index.
 *
 * <p>{@link gloss.task.TranslationExperiment} is translation as trainings and commands know it,
 * {@link gloss.task.Translation} as the trainer sees it, and {@link gloss.task.TranslationModel}
 * the model that comes out. {@link gloss.task.TrainingPairs} and {@link gloss.task.ValidationPairs}
 * are its data.
 *
 * <p>A line to be translated goes from {@link gloss.task.TextTranslator}, which works for one model
 * or several, to {@link gloss.task.LineDecoder}, which cuts long lines into parts, and to {@link
 * gloss.task.PartDecoder}, which batches the parts and searches.
 *
 * <p>Summaries are written in the same way, by {@link gloss.task.SummarizationModel}, or made of a
 * text's own sentences: {@link gloss.task.ExtractionExperiment} tells with the {@link
 * gloss.extract.Oracle} which sentences belong into a summary ({@link
 * gloss.task.LabelledDocument}), {@link gloss.task.ExtractionTask} learns it, and {@link
 * gloss.task.TrainedExtractor} chooses with the {@link gloss.task.ExtractionModel} that comes out.
 */
@NullMarked
package gloss.task;

import org.jspecify.annotations.NullMarked;
