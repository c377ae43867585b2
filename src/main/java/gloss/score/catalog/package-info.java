/**
 * The index of text metrics by the names of the command line: {@link
 * gloss.score.catalog.TextMetrics}.
 *
 * <p>A metric of your own appears beside the built-in ones if a jar on the class path names a
 * {@link gloss.score.catalog.TextMetricProvider} under {@code META-INF/services}.
 */
@NullMarked
package gloss.score.catalog;

import org.jspecify.annotations.NullMarked;
