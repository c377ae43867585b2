/**
 * Annotators for Stanford CoreNLP: {@link gloss.pipeline.corenlp.TranslateAnnotator}, {@link
 * gloss.pipeline.corenlp.SummarizeAnnotator}, {@link gloss.pipeline.corenlp.ClassifyAnnotator} and
 * {@link gloss.pipeline.corenlp.ScoreAnnotator}.
 *
 * <p>{@link gloss.pipeline.corenlp.GlossAnnotations} are the keys of what they find, {@link
 * gloss.pipeline.corenlp.GlossJsonOutputter} adds it to CoreNLP's JSON. An annotator is made once
 * by a pipeline and used by all of its threads.
 */
@NullMarked
package gloss.pipeline.corenlp;

import org.jspecify.annotations.NullMarked;
