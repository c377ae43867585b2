/**
 * Counting n-grams fast and exactly: {@link gloss.score.ngram.Symbols} for sequences of characters
 * or of numbered tokens ({@link gloss.score.ngram.TokenNumbers}), {@link
 * gloss.score.ngram.NgramMatcher} for the n-grams that two of them share.
 */
@NullMarked
package gloss.score.ngram;

import org.jspecify.annotations.NullMarked;
