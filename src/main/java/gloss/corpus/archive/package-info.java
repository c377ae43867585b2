/**
 * Archives: {@link gloss.corpus.archive.Archive} reads the members of .zip, .tar and .tar.gz, told
 * by their first bytes.
 */
@NullMarked
package gloss.corpus.archive;

import org.jspecify.annotations.NullMarked;
