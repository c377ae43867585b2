package gloss.loss;

import ai.djl.ndarray.NDArray;
import java.util.Map;

/**
 * Makes a loss of classes out of one of labels: each class is a yes-no question of its own (Rifkin
 * and Klautau 2004, In Defense of One-Vs-All Classification). Items are scores, {@code n · classes}
 * of them.
 *
 * @param labels a loss whose targets are 0 or 1, such as {@link Hinge}
 */
public record OneVersusRest(Loss labels) implements Loss {
  @Override
  public LossSum of(NDArray predictions, NDArray targets) {
    return labels.of(predictions, LossKernels.distributions(predictions, targets));
  }

  @Override
  public Loss at(long step) {
    return new OneVersusRest(labels.at(step));
  }

  @Override
  public Map<String, NDArray> parameters() {
    return labels.parameters();
  }
}
