/**
 * Tokenizers for scoring.
 *
 * <p>{@link gloss.score.token.Tokenizers} lists them all by name: {@code 13a} (the default of
 * BLEU), {@code intl} (by Unicode categories), {@code zh}, {@code char}, {@code none} for text that
 * is tokenized already, {@code spm:FILE} for a SentencePiece model. A tokenizer of your own
 * implements {@link gloss.score.token.Tokenizer} or comes from {@link
 * gloss.score.token.Tokenizer#of}.
 */
@NullMarked
package gloss.score.token;

import org.jspecify.annotations.NullMarked;
