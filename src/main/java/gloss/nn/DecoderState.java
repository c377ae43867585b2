package gloss.nn;

import ai.djl.ndarray.NDArray;

/** What a decoder remembers from step to step, one row a hypothesis. */
public interface DecoderState extends AutoCloseable {
  /** Keeps the rows given (int64), in that order; a row may come twice or not at all. */
  void select(NDArray rows);

  /** Frees the native memory. */
  @Override
  void close();
}
