/**
 * Looks for what is wrong with a corpus before a model learns it.
 *
 * <p>{@link gloss.corpus.check.PairSource} is text in two columns, from files of lines or of JSON,
 * read one {@link gloss.corpus.check.TextPair} at a time and without giving up at bytes that are no
 * text. {@link gloss.corpus.check.Checker} reads all splits once and gives a {@link
 * gloss.corpus.check.CorpusReport}. What it must remember of a line is its {@link
 * gloss.corpus.check.Fingerprint}, so that the size of the lines does not matter.
 */
@NullMarked
package gloss.corpus.check;

import org.jspecify.annotations.NullMarked;
