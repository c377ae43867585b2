/**
 * Networks as DJL blocks: attention, feed-forward layers and the Transformer made of them.
 *
 * <p>A {@link gloss.nn.Layer} owns its parameters and reads as the paper's formula; the arithmetic
 * is in {@link gloss.nn.Kernels}, whose few fused functions run in the engine with gradients
 * ({@link gloss.nn.KernelLibrary} makes such functions callable, here and in other packages). A
 * network that turns one sequence into another is a {@link gloss.nn.EncoderDecoder}; {@link
 * gloss.nn.SentenceScorer} scores the sentences of a text. {@link gloss.nn.HeapDecoder} does the
 * steps of a Transformer without the engine, where hypotheses are few; {@link gloss.nn.Workers}
 * compute different things at the same time.
 *
 * <p>Arrays belong to the manager of their <em>first</em> operand: put the activation first, the
 * parameter second. Do not use the operators of {@code NDArray} that take a {@code Number} where
 * gradients flow: the engine may read the number after the garbage collector took it.
 */
@NullMarked
package gloss.nn;

import org.jspecify.annotations.NullMarked;
