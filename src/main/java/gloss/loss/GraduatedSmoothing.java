package gloss.loss;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * Cross-entropy with label smoothing that follows the network's confidence (Wang et al. 2020, On
 * the Inference Calibration of Neural Machine Translation): with p_y the probability of the label,
 *
 * <pre>
 * ε = ε₁ where p_y &lt; low,  ε₃ where p_y &gt; high,  ε₂ between
 * L = (1 − ε) · (−ln p_y) + ε / V · Σ_v (−ln p_v)
 * </pre>
 *
 * summed over items, in nats; no gradient flows through the choice of ε. What is not known yet is
 * learned without smoothing, and what is known does not become too sure.
 *
 * @param smoothings ε₁, ε₂ and ε₃, each in [0, 1)
 * @param low below it a label is not known yet
 * @param high above it the network is sure of it
 */
public record GraduatedSmoothing(List<Double> smoothings, double low, double high) implements Loss {
  private static final int STAGES = 3;

  /** Checks the values. */
  public GraduatedSmoothing {
    smoothings = List.copyOf(smoothings);
    Require.that(smoothings.size() == STAGES, "three smoothings are needed");
    for (double smoothing : smoothings) {
      Require.that(
          smoothing >= 0 && smoothing < 1, "label smoothing must be in [0, 1), is " + smoothing);
    }
    Require.that(low >= 0 && low <= high && high <= 1, "0 ≤ low ≤ high ≤ 1 is needed");
  }

  /**
   * The loss of some items.
   *
   * @param predictions logits, (n, classes)
   * @param targets (n), int64
   */
  @Override
  public LossSum of(NDArray predictions, NDArray targets) {
    double[] values = smoothings.stream().mapToDouble(Double::doubleValue).toArray();
    return LossKernels.classes("graduated_smoothing", predictions, targets, values, low, high);
  }
}
