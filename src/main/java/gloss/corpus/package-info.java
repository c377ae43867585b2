/**
 * Data as it lies on the disk: corpora with their cards, files of parallel text, checksums.
 *
 * <p>A corpus that others shall use has a {@link gloss.corpus.Card}; {@link
 * gloss.corpus.ParallelFiles} names the files of one split, and {@link gloss.corpus.ParallelText}
 * is what they say, line beside line.
 */
@NullMarked
package gloss.corpus;

import org.jspecify.annotations.NullMarked;
