/**
 * What two texts share, in the ways that ROUGE counts it: n-grams, longest common subsequences of
 * whole texts and of sentences, weighted ones, skip-bigrams.
 *
 * <p>A {@link gloss.score.rouge.overlap.TextReader} turns a text into numbered tokens ({@link
 * gloss.score.rouge.overlap.SentencedText}); each class named after a kind of overlap counts it.
 * All of them keep tables between texts and are used by one thread at a time. Time is bounded:
 *
 * <ul>
 *   <li>n-grams: length × order;
 *   <li>longest common subsequence: product of the lengths / 64 steps of a machine word, memory in
 *       proportion to the lengths (Hyyrö 2004);
 *   <li>the same over sentences: as before, but at least one comparison for every pair of sentences
 *       that share a token, until all of the reference's tokens are found;
 *   <li>weighted: product of the lengths of two sentences, refused above 2^28;
 *   <li>skip-bigrams: their number, refused above 2^32.
 * </ul>
 */
@NullMarked
package gloss.score.rouge.overlap;

import org.jspecify.annotations.NullMarked;
