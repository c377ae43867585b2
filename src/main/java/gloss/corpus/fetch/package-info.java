/**
 * Brings the files of a corpus to where its card says they are.
 *
 * <p>{@link gloss.corpus.fetch.Fetcher} does it: it transfers what is missing into the folder
 * {@code .fetch} beside the card, checks every file there, and only then moves all of them into
 * place. Its {@link gloss.corpus.fetch.Origin} is the {@link gloss.corpus.fetch.Web}, or a {@link
 * gloss.corpus.fetch.Folder} with copies of the files.
 */
@NullMarked
package gloss.corpus.fetch;

import org.jspecify.annotations.NullMarked;
