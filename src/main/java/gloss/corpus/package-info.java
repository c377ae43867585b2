/**
 * Data as it lies on the disk: corpora with their cards, files of parallel text, checksums.
 *
 * <p>A corpus that others shall use has a {@link gloss.corpus.Card}; {@link
 * gloss.corpus.ParallelFiles} names the files of one split. {@link gloss.corpus.ParallelReader}
 * gives their pairs one by one, whatever their size; {@link gloss.corpus.ParallelText} is all of
 * them in memory.
 */
@NullMarked
package gloss.corpus;

import org.jspecify.annotations.NullMarked;
