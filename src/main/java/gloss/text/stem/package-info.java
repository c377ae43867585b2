/**
 * Stemmers: from a word to the stem that it shares with its other forms.
 *
 * <p>Both descend from Porter (1980), "An algorithm for suffix stripping", Program 14(3), and both
 * exist because published ROUGE scores depend on them: {@link gloss.text.stem.Stemmers#NLTK} is the
 * one behind {@code rouge_score}, {@link gloss.text.stem.Stemmers#ROUGE155} the one inside the
 * script ROUGE-1.5.5. They differ on about one English word in a hundred.
 */
@NullMarked
package gloss.text.stem;

import org.jspecify.annotations.NullMarked;
