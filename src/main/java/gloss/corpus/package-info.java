/**
 * Data as it lies on the disk: corpora with their cards, files of parallel text, checksums.
 *
 * <p>A corpus that others shall use has a {@link gloss.corpus.Card}; {@link
 * gloss.corpus.ParallelFiles} names the files of one split. {@link gloss.corpus.ParallelReader}
 * gives their pairs one by one, whatever their size; {@link gloss.corpus.ParallelText} is all of
 * them in memory.
 *
 * <p>A card says in which {@link gloss.corpus.Format} its files are and from which {@link
 * gloss.corpus.Source} they can be fetched; {@link gloss.corpus.Corpora} finds cards by name. Below
 * this package, {@code fetch} brings the files, {@code check} looks for what is wrong with them,
 * and {@code clean} leaves that out.
 */
@NullMarked
package gloss.corpus;

import org.jspecify.annotations.NullMarked;
