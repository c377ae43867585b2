package gloss.nn.pointer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import gloss.nn.KernelLibrary;
import org.jspecify.annotations.Nullable;

/** The arithmetic of pointers; the formulas are those of {@link PointerNetwork}. */
final class PointerKernels {
  private static final KernelLibrary LIBRARY =
      new KernelLibrary(PointerKernels.class, "kernels.py");

  private PointerKernels() {}

  /** Ids with those at or above {@code vocabulary} replaced. */
  static NDArray known(NDArray ids, int vocabulary, int unknown) {
    return LIBRARY.one("known", ids, vocabulary, unknown);
  }

  /**
   * Pointers of some steps, one after the other where they mind the coverage.
   *
   * @param queries (rows, steps, size)
   * @param keys (rows, source, size)
   * @param mask boolean (rows, 1, 1, source), false on padding
   * @param covered sums of the pointers of earlier steps, (rows, source)
   * @param coverage the vector u, or null where coverage is not minded
   * @return ln a (rows, steps, source), covered after the last step, Σ min(a, c) (rows, steps)
   */
  static NDList point(
      NDArray queries, NDArray keys, NDArray mask, NDArray covered, @Nullable NDArray coverage) {
    return LIBRARY.several("point", queries, keys, mask, covered, KernelLibrary.optional(coverage));
  }

  /** The sum of vectors (rows, source, size) with weights whose logarithms are given. */
  static NDArray hear(NDArray logs, NDArray vectors) {
    return LIBRARY.one("hear", logs, vectors);
  }

  /** A number for each state with what it heard: (…, size) and (…, size) → (…). */
  static NDArray gate(NDArray states, NDArray heard, NDArray weight, NDArray bias) {
    return LIBRARY.one("gate", states, heard, weight, bias);
  }

  /** For positions in a rectangle of so many columns the rows of {@code sources} they are in. */
  static NDArray rowsOf(NDArray sources, NDArray positions, int columns) {
    return LIBRARY.one("rows_of", sources, positions, columns);
  }

  /**
   * Log-probabilities of the extended vocabulary, minus infinity for what a row cannot write.
   *
   * @param logits (n, vocabulary)
   * @param gates (n)
   * @param logs ln a (n, source)
   * @param sources extended ids (n, source)
   * @param extended how many ids there are
   */
  static NDArray mixture(
      NDArray logits, NDArray gates, NDArray logs, NDArray sources, int extended) {
    return LIBRARY.one("mixture", logits, gates, logs, sources, extended);
  }
}
