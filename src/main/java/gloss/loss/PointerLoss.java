package gloss.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import gloss.nn.KernelLibrary;
import gloss.nn.Kernels;
import gloss.nn.Pass;
import gloss.nn.pointer.PointerNetwork;

/**
 * The loss of a pointer-generator (See et al. 2017, sections 2.2 and 2.3): for words y chosen from
 * the mixture P of the vocabulary's p and the pointers a of {@link PointerNetwork}
 *
 * <pre>
 * L = (1 − ε) (−ln P(y)) + ε / V · Σ_v (−ln p_v) + λ Σ_i min(a_i, c_i)
 * ln P(y) = ln(exp(ln g + ln p_y) + exp(ln(1 − g) + ln Σ_{i: x_i = y} a_i))
 * </pre>
 *
 * <p>with all logarithms taken before any sum, so that nothing is ever the logarithm of 0, however
 * sure the network is. Of a word that the vocabulary lacks the first part is missing, of one that
 * the source lacks the second. Smoothing acts on the vocabulary alone. Summed over words, in nats;
 * what is reported is −ln P(y).
 *
 * @param smoothing ε in [0, 1)
 * @param coverage λ, 0 or more
 */
public record PointerLoss(double smoothing, double coverage) {
  private static final KernelLibrary LIBRARY = new KernelLibrary(PointerLoss.class, "pointer.py");

  /** Checks both numbers. */
  public PointerLoss {
    Require.that(
        smoothing >= 0 && smoothing < 1, "label smoothing must be in [0, 1), is " + smoothing);
    Require.notNegative("coverage", coverage);
  }

  /**
   * The loss of some words.
   *
   * @param choice what they are chosen by
   * @param labels extended ids (n), int64
   */
  public LossSum of(
      Pass pass, PointerNetwork network, PointerNetwork.Choice choice, NDArray labels) {
    NDArray ones = labels.getManager().ones(labels.getShape());
    return of(pass, network, choice, labels, ones);
  }

  /**
   * The loss of words that count differently: {@code Σ_i c_i L_i}.
   *
   * @param counts (n), c
   * @return with the sum of {@code counts} as its count
   */
  public LossSum of(
      Pass pass,
      PointerNetwork network,
      PointerNetwork.Choice choice,
      NDArray labels,
      NDArray counts) {
    NDArray logits = Kernels.linear(choice.states(), network.output(pass));
    double weight = network.minds(pass) ? coverage : 0;
    NDList sums =
        LIBRARY.several(
            "pointer_loss",
            logits,
            choice.gates(),
            choice.logs(),
            choice.sources(),
            labels,
            choice.again(),
            counts,
            smoothing,
            weight);
    return new LossSum(sums.get(0), LossSum.number(sums.get(1)), counts.sum().getFloat());
  }
}
