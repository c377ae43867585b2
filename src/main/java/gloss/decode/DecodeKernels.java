package gloss.decode;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import gloss.nn.KernelLibrary;
import java.util.List;

/** The arithmetic of the search; see {@link KernelLibrary}. */
final class DecodeKernels {
  private static final KernelLibrary LIBRARY = new KernelLibrary(DecodeKernels.class, "kernels.py");

  private DecodeKernels() {}

  /** The logarithm of the mean of the models' probabilities: each (rows, vocabulary). */
  static NDArray mixture(List<NDArray> logits) {
    return LIBRARY.one("mixture", logits);
  }

  /**
   * Log-probabilities in which cells were changed.
   *
   * @param logits (rows, vocabulary)
   * @param asked flat cells whose own log-probability is wanted
   * @param banned flat cells that become minus infinity
   * @param discouraged flat cells that are multiplied by {@code discouragement}
   * @return the changed ones (rows, vocabulary), and those asked for
   */
  static NDList answer(
      NDArray logits, NDArray asked, NDArray banned, NDArray discouraged, double discouragement) {
    return LIBRARY.several("answer", logits, asked, banned, discouraged, discouragement);
  }

  /**
   * The largest of each row, best first, and their ids: two (rows, count). Of many rows a few
   * columns are looked at closely: those groups whose largest is among the {@code count} largest.
   */
  static NDList best(NDArray logProbabilities, int count) {
    return LIBRARY.several("best", logProbabilities, count);
  }

  /** One of each row, drawn, and its id: two (rows, 1); uniforms (rows). */
  static NDList drawn(NDArray logProbabilities, Question.Draw draw, NDArray uniforms) {
    return LIBRARY.several(
        "drawn", logProbabilities, draw.temperature(), draw.topK(), draw.topP(), uniforms);
  }

  /** The log-probabilities of labels: logits (n, vocabulary), labels (n) → (n). */
  static NDArray forced(NDArray logits, NDArray labels) {
    return LIBRARY.one("forced", logits, labels);
  }
}
