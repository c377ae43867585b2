package gloss.nn;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A sequence-to-sequence network whose words come from one output layer. */
public interface EncoderDecoder extends SequenceNetwork {
  /**
   * Encoded sources.
   *
   * @param vectors (batch, source, size)
   * @param mask boolean (batch, 1, 1, source), false on padding
   * @param ids what was read, (batch, source)
   */
  record Memory(NDArray vectors, NDArray mask, NDArray ids) {
    /** Chosen sources in the order given, int64; one may come several times. */
    public Memory select(NDArray rows) {
      return new Memory(
          Kernels.select(vectors, rows), Kernels.select(mask, rows), Kernels.select(ids, rows));
    }
  }

  /**
   * The output layer: {@code logits = states · weightᵀ + bias}.
   *
   * @param weight (vocabulary, size)
   * @param bias (vocabulary) or null
   */
  record Output(NDArray weight, @Nullable NDArray bias) {
    /** Weight and, if there is one, bias. */
    public List<NDArray> values() {
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

  @Override
  default NDArray logits(Pass pass, Memory memory, NDArray target, NDArray positions) {
    return Kernels.linear(states(pass, memory, target, positions), output(pass));
  }

  /**
   * One step of decoding up to the states (rows, size), which the output layer makes logits of; see
   * {@link #step}.
   */
  NDArray stepStates(Pass pass, DecoderState state, NDArray tokens);

  /** What makes decoders in the Java heap, where these are faster for few hypotheses. */
  default Optional<HeapDecoder.Maker> inHeap(Pass pass) {
    return Optional.empty();
  }
}
