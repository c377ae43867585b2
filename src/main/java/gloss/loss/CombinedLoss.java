package gloss.loss;

import ai.djl.ndarray.NDArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Several losses of the same predictions and targets as one.
 *
 * @param losses in the order of the weighting
 * @param weighting how they are added up
 */
public record CombinedLoss(List<Loss> losses, Weighting weighting) implements Loss {
  /** Checks that there is a loss. */
  public CombinedLoss {
    losses = List.copyOf(losses);
    Require.that(!losses.isEmpty(), "a loss is needed");
  }

  @Override
  public LossSum of(NDArray predictions, NDArray targets) {
    return weighting.combine(losses.stream().map(loss -> loss.of(predictions, targets)).toList());
  }

  @Override
  public Loss at(long step) {
    return new CombinedLoss(losses.stream().map(loss -> loss.at(step)).toList(), weighting);
  }

  /** Those of the weighting, and those of each loss with its number, from 1, before the name. */
  @Override
  public Map<String, NDArray> parameters() {
    Map<String, NDArray> parameters = new LinkedHashMap<>(weighting.parameters());
    for (int i = 0; i < losses.size(); i++) {
      String number = i + 1 + ".";
      losses.get(i).parameters().forEach((name, array) -> parameters.put(number + name, array));
    }
    return parameters;
  }
}
