/**
 * Text at its lowest: lines of files, white space, normalisation, and the errors that tell a user
 * which line is at fault.
 *
 * <p>Read a file with {@link gloss.text.LineReader}; write one with {@link gloss.text.AtomicFile}.
 * Nothing here needs more than the JDK, and nothing here knows what a line means.
 */
@NullMarked
package gloss.text;

import org.jspecify.annotations.NullMarked;
