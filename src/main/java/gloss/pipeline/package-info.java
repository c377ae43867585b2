/**
 * The public API for those who use models inside a program.
 *
 * <p>{@link gloss.pipeline.Translator} translates, {@link gloss.pipeline.Summarizer} summarizes
 * with a model or without one, {@link gloss.pipeline.Classifier} tells the class of rows of tables
 * and of pictures, {@link gloss.pipeline.Scorer} measures what came out. Each is made once, may be
 * used by many threads, whose work it does together, reads streams as their results are asked for,
 * and frees its native memory when closed. {@link gloss.pipeline.Predictor} and {@link
 * gloss.pipeline.ImageClassifier} go through whole tables and folders of pictures.
 *
 * <p>Where sentences must be found in running text, {@link gloss.task.CoreNlpSentences} does it
 * with CoreNLP. {@link gloss.pipeline.OwnTraining} trains tasks of one's own.
 */
@NullMarked
package gloss.pipeline;

import org.jspecify.annotations.NullMarked;
