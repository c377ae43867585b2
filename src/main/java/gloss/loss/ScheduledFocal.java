package gloss.loss;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * {@link Focal} loss with a γ that goes in a straight line from one value in step 0 to another in
 * step {@code steps}, and stays there: a network that knows nothing yet finds every example hard,
 * so begin with plain cross-entropy, γ = 0, and turn to the hard examples later; or the other way
 * round, as Mukhoti et al. (2020, Calibrating Deep Neural Networks using Focal Loss) do.
 *
 * @param from γ in the beginning
 * @param to γ in the end
 * @param steps 1 or more
 * @param weights one for each class; empty if all count the same
 */
public record ScheduledFocal(double from, double to, long steps, List<Double> weights)
    implements Loss {
  /** Checks the values of γ and the weights. */
  public ScheduledFocal {
    weights = new Focal(from, weights).weights();
    Require.notNegative("gamma", to);
    Require.that(steps >= 1, "steps must be at least 1, is " + steps);
  }

  @Override
  public Focal at(long step) {
    double share = Math.min(1, step / (double) steps);
    return new Focal(from + share * (to - from), weights);
  }

  /** The loss with γ as it is in the beginning. */
  @Override
  public LossSum of(NDArray predictions, NDArray targets) {
    return at(0).of(predictions, targets);
  }
}
