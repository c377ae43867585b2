/**
 * Tasks that a program brings itself. {@link gloss.task.own.OwnExperiment} puts a {@link
 * gloss.train.Task} into a folder, with all that other tasks have there.
 */
@NullMarked
package gloss.task.own;

import org.jspecify.annotations.NullMarked;
