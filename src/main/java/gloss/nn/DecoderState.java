package gloss.nn;

import ai.djl.ndarray.NDArray;
import java.util.Optional;

/** What a decoder remembers from step to step, one row a hypothesis. */
public interface DecoderState extends AutoCloseable {
  /** Keeps the rows given (int64), in that order; a row may come twice or not at all. */
  void select(NDArray rows);

  /** From here on each step keeps where it looked; nothing changes where there is no attention. */
  default void watchAttention() {}

  /**
   * Where the last step looked in the source: (rows, source), each row with the sum 1, nothing on
   * padding. It belongs to the state and lives until the next step. Empty unless it is watched, or
   * where there is none.
   */
  default Optional<NDArray> attention() {
    return Optional.empty();
  }

  /** Frees the native memory. */
  @Override
  void close();
}
