/** The command {@code gloss spark}: options that all of its commands have, and the group itself. */
@NullMarked
package gloss.cli.spark;

import org.jspecify.annotations.NullMarked;
