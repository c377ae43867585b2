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

  /** Some rows of a weight (out, in) as (in, rows), or some elements of a bias. */
  static NDArray cut(NDArray values, NDArray rows) {
    return LIBRARY.one("cut", values, rows);
  }

  /**
   * Logits of a layer that is {@link #cut}.
   *
   * @param states (rows, size)
   * @param layer weight and, if there is one, bias
   * @param hidden boolean (sources, columns), where a logit is to be minus infinity
   * @param sources the source of each row
   */
  static NDArray cutLogits(NDArray states, List<NDArray> layer, NDArray hidden, NDArray sources) {
    return LIBRARY.one("cut_logits", states, layer, hidden, sources);
  }

  /**
   * What is changed before tokens are chosen.
   *
   * @param asked flat cells whose own log-probability is wanted
   * @param banned flat cells that become minus infinity
   * @param discouraged flat cells that are multiplied by {@code discouragement}
   */
  record Changes(long[] asked, long[] banned, long[] discouraged, double discouragement) {}

  /** Log-probabilities (rows, columns) in the place of logits. */
  static NDArray logProbabilities(NDArray logits) {
    return LIBRARY.one("log_probabilities", logits);
  }

  /**
   * One token of each row, drawn with its number of {@code draw}.
   *
   * @param logits (rows, columns), which are overwritten
   * @return the tokens' log-probabilities and their columns, two (rows, 1), and, if any were asked
   *     for, the log-probabilities of these
   */
  static NDList drawn(NDArray logits, Changes changes, Question.Draw draw) {
    return LIBRARY.several(
        "drawn",
        logits,
        changes.asked,
        changes.banned,
        changes.discouraged,
        changes.discouragement,
        draw.temperature(),
        draw.topK(),
        draw.topP(),
        draw.uniforms());
  }

  /** The log-probabilities of labels: logits (n, vocabulary), labels (n) → (n). */
  static NDArray forced(NDArray logits, NDArray labels) {
    return LIBRARY.one("forced", logits, labels);
  }
}
