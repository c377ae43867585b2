/** What the commands need to know about the terminal: {@link gloss.cli.terminal.Terminal}. */
@NullMarked
package gloss.cli.terminal;

import org.jspecify.annotations.NullMarked;
