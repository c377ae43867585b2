package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import gloss.yaml.Keyed;
import gloss.yaml.Named;

/** What a log-probability is divided by before hypotheses of different lengths are compared. */
@Keyed(otherwise = "average")
public sealed interface LengthPenaltyRecipe {
  /** {@code length^power}: 1 compares the mean log-probability of a token. */
  @Named("average")
  record Average(@Doc("a in log p / length^a") @Default("1.0") double power)
      implements LengthPenaltyRecipe {
    /** Fails for values out of range. */
    public Average {
      Check.notNegative("power", power);
    }
  }

  /** {@code ((5 + length) / 6)^alpha} (Wu et al. 2016, equation 14). */
  @Named("gnmt")
  record Gnmt(@Doc("a in log p / ((5 + length) / 6)^a") @Default("0.6") double alpha)
      implements LengthPenaltyRecipe {
    /** Fails for values out of range. */
    public Gnmt {
      Check.notNegative("alpha", alpha);
    }
  }

  /** 1: the log-probability of the whole output, which favours short ones. */
  @Named("none")
  record None() implements LengthPenaltyRecipe {}
}
