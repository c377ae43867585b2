/**
 * From pictures to batches: {@link gloss.batch.image.ImageBatches} draws those of an epoch, changed
 * by {@link gloss.batch.image.Augmentation} and {@link gloss.batch.image.MixUp}. A batch is a
 * function of the pictures, the seed, the epoch and its number; other threads make it ahead of the
 * trainer.
 */
@NullMarked
package gloss.batch.image;

import org.jspecify.annotations.NullMarked;
