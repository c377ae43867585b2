/**
 * Networks that copy words out of what they read: {@link gloss.nn.pointer.PointerNetwork}, a layer
 * of pointers on top of any {@link gloss.nn.EncoderDecoder}, a Transformer or a recurrent network.
 *
 * <p>Sources are read in extended ids: a word that the vocabulary lacks has an id above it, counted
 * anew for each source, and can be written because it can be copied.
 */
@NullMarked
package gloss.nn.pointer;

import org.jspecify.annotations.NullMarked;
