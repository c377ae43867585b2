/**
 * The public API for those who use models: {@link gloss.pipeline.Translator}.
 *
 * <p>It loads a model's folder once, may be used by many threads, and frees its native memory when
 * closed. Where sentences must be found in running text, {@link gloss.pipeline.CoreNlpSentences}
 * does it with CoreNLP.
 */
@NullMarked
package gloss.pipeline;

import org.jspecify.annotations.NullMarked;
