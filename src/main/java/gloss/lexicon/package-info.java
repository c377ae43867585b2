/**
 * Which subwords translate which, counted in parallel text.
 *
 * <p>{@link gloss.lexicon.TranslationTable} learns probabilities by IBM Model 1; {@link
 * gloss.lexicon.Shortlist} keeps the likeliest of them in a file, and tells which target subwords a
 * decoder should look at for a source.
 */
@NullMarked
package gloss.lexicon;

import org.jspecify.annotations.NullMarked;
