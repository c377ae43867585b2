/**
 * SentencePiece models (Kudo and Richardson 2018) as tokenizers for scoring, as in spBLEU: {@link
 * gloss.score.token.spm.SentencePiece} reads a {@code .model} file and encodes lines as the
 * reference library does. Unigram and BPE models; normalization by the map that the model carries.
 */
@NullMarked
package gloss.score.token.spm;

import org.jspecify.annotations.NullMarked;
