/**
 * The command line: one picocli class per command, each a thin skin over the Java API.
 *
 * <p>Exit codes: 0 done, 1 failed while running, 2 wrong use. Results go to stdout, everything else
 * to stderr.
 */
@NullMarked
package gloss.cli;

import org.jspecify.annotations.NullMarked;
