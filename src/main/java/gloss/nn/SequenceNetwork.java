package gloss.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;

/** A network that reads one sequence of ids and writes another. */
public interface SequenceNetwork extends Block {
  /** Draws the first weights; they belong to {@code manager}. */
  void initialize(NDManager manager);

  /** The weights will not change from here on, so that nobody needs to look whether they have. */
  default void freeze() {}

  /**
   * Reads sources.
   *
   * @param source ids (batch, source), padded
   * @param mask boolean (batch, 1, 1, source), false on padding
   */
  EncoderDecoder.Memory encode(Pass pass, NDArray source, NDArray mask);

  /**
   * Teacher forcing: the decoder reads the true target up to each position.
   *
   * @param target ids (batch, target), starting with the beginning-of-sequence mark
   * @param positions (n), which of the batch · target positions are wanted: those that are not
   *     padding
   * @return logits (n, vocabulary) of the next words
   */
  NDArray logits(Pass pass, EncoderDecoder.Memory memory, NDArray target, NDArray positions);

  /**
   * The decoder before its first word.
   *
   * @param owner whose sub-manager holds the state until it is closed
   */
  DecoderState start(Pass pass, NDManager owner, EncoderDecoder.Memory memory);

  /**
   * One step of decoding.
   *
   * @param tokens ids (rows, 1), the last word of each row
   * @return logits (rows, vocabulary) of the next word
   */
  NDArray step(Pass pass, DecoderState state, NDArray tokens);
}
