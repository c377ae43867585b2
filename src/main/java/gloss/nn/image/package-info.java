/**
 * Networks that look at pictures: {@link gloss.nn.image.FlatNetwork}, linear or with hidden layers,
 * {@link gloss.nn.image.ConvolutionalNetwork}, small and fast, and {@link gloss.nn.image.ResNet},
 * which can be deep.
 *
 * <p>Pictures are arrays (batch, channels, height, width) that lie in memory with the channels of a
 * pixel side by side, as the bytes of a file do: convolutions are faster that way.
 *
 * <p>Layers are followed by {@link gloss.nn.image.GroupNorm}, not by batch normalisation. What it
 * makes of a picture does not depend on the others in the batch: a network does the same in
 * training and afterwards, gradients of two small batches add up to those of a large one, and there
 * are no running means that would have to be kept, averaged and restored.
 */
@NullMarked
package gloss.nn.image;

import org.jspecify.annotations.NullMarked;
