/**
 * Image classification: {@link gloss.task.image.ImageExperiment} is the task as trainings and
 * commands know it, {@link gloss.task.image.ImageModel} the model that comes out, a network with
 * the {@link gloss.task.image.ImageInput} that says what pictures and classes it knows.
 */
@NullMarked
package gloss.task.image;

import org.jspecify.annotations.NullMarked;
