package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;

/** How often a network reads its own words in training (Bengio et al. 2015). */
public record ScheduledSamplingRecipe(
    @Doc("share of the words read that are the network's own, at most; 0: none") @Default("0.0")
        double share,
    @Doc("steps until the share is reached; it grows evenly") @Default("10000") int over) {
  /** Fails for values out of range. */
  public ScheduledSamplingRecipe {
    Check.share("share", share);
    Check.atLeast("over", over, 0);
  }

  /** The share in a step, from 1. */
  public double share(long step) {
    return step >= over ? share : share * step / over;
  }
}
