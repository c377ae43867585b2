/**
 * Pictures with classes, as they lie on the disk and as they lie in memory.
 *
 * <p>{@link gloss.corpus.image.ImageFiles} says where they are: folders of classes, archives of
 * such folders, or IDX files. {@link gloss.corpus.image.LabelledReader} reads them into a {@link
 * gloss.corpus.image.ImageSet}, all in one {@link gloss.corpus.image.ImageSize}, a byte for each
 * channel of each pixel; {@link gloss.corpus.image.ImageForm} says how they get there, and {@link
 * gloss.corpus.image.Damage} what is done with files that are no pictures. {@link
 * gloss.corpus.image.PictureReader} reads pictures without classes.
 */
@NullMarked
package gloss.corpus.image;

import org.jspecify.annotations.NullMarked;
