/**
 * Subwords: byte pair encoding learned from text, the vocabulary it gives, and the files that hold
 * it.
 *
 * <p>For a model take {@link gloss.subword.Subwords}: it learns, encodes and decodes any text
 * without loss and is kept as a Hugging Face {@code tokenizer.json}; {@link
 * gloss.subword.SubwordLearner} learns it from text that does not fit in memory. To work with the
 * codes files and the {@code @@ } text of subword-nmt take {@link gloss.subword.SubwordNmtCodes}.
 * Both learn with the same learner and differ only in what a word and its smallest symbols are:
 * runs of letters, of digits, of signs, as UTF-8 bytes, there; what stands between spaces, as
 * characters, here.
 */
@NullMarked
package gloss.subword;

import org.jspecify.annotations.NullMarked;
