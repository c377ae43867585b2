package gloss.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A network that reads one sequence of ids and writes another. */
public interface EncoderDecoder extends Block {
  /** Encoded sources: vectors (batch, source, size) and the mask (batch, 1, 1, source). */
  record Memory(NDArray vectors, NDArray mask) {}

  /** Draws the first weights; they belong to {@code manager}. */
  void initialize(NDManager manager);

  /**
   * Reads sources.
   *
   * @param source ids (batch, source), padded
   * @param mask boolean (batch, 1, 1, source), false on padding
   */
  Memory encode(Pass pass, NDArray source, NDArray mask);

  /**
   * The output layer: {@code logits = states · weightᵀ + bias}.
   *
   * @param weight (vocabulary, size)
   * @param bias (vocabulary) or null
   */
  record Output(NDArray weight, @Nullable NDArray bias) {
    /** Weight and, if there is one, bias. */
    List<NDArray> values() {
      return bias == null ? List.of(weight) : List.of(weight, bias);
    }
  }

  /**
   * Teacher forcing: the decoder reads the true target up to each position.
   *
   * @param target ids (batch, target), starting with the beginning-of-sequence mark
   * @param positions (n), which of the batch · target positions are wanted: those that are not
   *     padding
   * @return states (n, size), which the output layer makes logits of
   */
  NDArray states(Pass pass, Memory memory, NDArray target, NDArray positions);

  /** The output layer. */
  Output output(Pass pass);

  /** Teacher forcing up to the logits (n, vocabulary); see {@link #states}. */
  default NDArray logits(Pass pass, Memory memory, NDArray target, NDArray positions) {
    return Kernels.linear(states(pass, memory, target, positions), output(pass));
  }

  /**
   * The decoder before its first word.
   *
   * @param owner whose sub-manager holds the state until it is closed
   */
  DecoderState start(Pass pass, NDManager owner, Memory memory);

  /**
   * One step of decoding.
   *
   * @param tokens ids (rows, 1), the last word of each row
   * @return logits (rows, vocabulary) of the next word
   */
  NDArray step(Pass pass, DecoderState state, NDArray tokens);
}
