/**
 * Many threads, one order: {@link gloss.score.parallel.Pipeline} hands out work to all cores and
 * takes the results in the order in which the work was read, so that no result depends on how many
 * threads there are.
 */
@NullMarked
package gloss.score.parallel;

import org.jspecify.annotations.NullMarked;
