package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import gloss.yaml.Keyed;
import gloss.yaml.Named;

/** Penalties on large weights; {@code gloss.loss.Regularizer} has the formulas. */
@Keyed(otherwise = "none")
public sealed interface RegularizerRecipe
    permits RegularizerRecipe.None,
        RegularizerRecipe.L1,
        RegularizerRecipe.L2,
        RegularizerRecipe.ElasticNet {
  /** No penalty. */
  @Named("none")
  record None() implements RegularizerRecipe {}

  /** The sum of absolute values (Tibshirani 1996). */
  @Named("l1")
  record L1(@Doc("what the sum is multiplied with") @Default("0.0001") double strength)
      implements RegularizerRecipe {
    /** Fails for values out of range. */
    public L1 {
      Check.notNegative("strength", strength);
    }
  }

  /** Half the sum of squares (Hoerl and Kennard 1970). */
  @Named("l2")
  record L2(@Doc("what half the sum is multiplied with") @Default("0.0001") double strength)
      implements RegularizerRecipe {
    /** Fails for values out of range. */
    public L2 {
      Check.notNegative("strength", strength);
    }
  }

  /** Both (Zou and Hastie 2005). */
  @Named("elastic-net")
  record ElasticNet(
      @Doc("strength of both together") @Default("0.0001") double strength,
      @Doc("share of L1 in it") @Default("0.5") double ratio)
      implements RegularizerRecipe {
    /** Fails for values out of range. */
    public ElasticNet {
      Check.notNegative("strength", strength);
      Check.that(ratio >= 0 && ratio <= 1, "ratio", "must be in [0, 1], is " + ratio);
    }
  }
}
