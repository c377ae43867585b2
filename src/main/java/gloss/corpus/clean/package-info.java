/**
 * Leaves out the pairs of a corpus that would teach a model nothing, or something wrong.
 *
 * <p>{@link gloss.corpus.clean.CleanRecipe} holds the settings, {@link gloss.corpus.clean.Rule}
 * names the rules, {@link gloss.corpus.clean.Judge} applies them to one pair after the other, and
 * {@link gloss.corpus.clean.Cleaner} writes what they keep and what they drop.
 */
@NullMarked
package gloss.corpus.clean;

import org.jspecify.annotations.NullMarked;
