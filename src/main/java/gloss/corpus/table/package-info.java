/**
 * Tables: files of comma-separated values and their like, read a row at a time.
 *
 * <p>A {@link gloss.corpus.table.TableReader} gives the {@link gloss.corpus.table.TableRow}s of a
 * file, with their lines; how the file is to be read stands in a {@link
 * gloss.corpus.table.TableForm}, and what that leaves open is found by {@link
 * gloss.corpus.table.Dialect}. {@link gloss.corpus.table.ColumnStatistics} is what can be told of a
 * column.
 */
@NullMarked
package gloss.corpus.table;

import org.jspecify.annotations.NullMarked;
