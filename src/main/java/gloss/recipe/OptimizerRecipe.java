package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import gloss.yaml.Keyed;
import gloss.yaml.Named;

/** The optimizers. */
@Keyed(otherwise = "adamw")
public sealed interface OptimizerRecipe {
  /** The learning rate that the schedule scales. */
  double rate();

  /** Adam (Kingma and Ba 2015) with decoupled weight decay (Loshchilov and Hutter 2019). */
  @Named("adamw")
  record AdamW(
      @Doc("learning rate") @Default("0.001") double rate,
      @Doc("decay of the mean of gradients") @Default("0.9") double beta1,
      @Doc("decay of the mean of squared gradients") @Default("0.98") double beta2,
      @Doc("keeps the division safe") @Default("1e-9") double epsilon,
      @Doc("share of each weight, times the rate, taken away in a step") @Default("0.0")
          double weightDecay)
      implements OptimizerRecipe {
    /** Fails for values out of range. */
    public AdamW {
      checkAdam(rate, beta1, beta2, epsilon);
      Check.notNegative("weight-decay", weightDecay);
      Check.that(
          rate * weightDecay < 1,
          "weight-decay",
          "times the rate must be less than 1, or nothing is left of the weights; is "
              + weightDecay);
    }
  }

  /** Adam (Kingma and Ba 2015). */
  @Named("adam")
  record Adam(
      @Doc("learning rate") @Default("0.001") double rate,
      @Doc("decay of the mean of gradients") @Default("0.9") double beta1,
      @Doc("decay of the mean of squared gradients") @Default("0.98") double beta2,
      @Doc("keeps the division safe") @Default("1e-9") double epsilon)
      implements OptimizerRecipe {
    /** Fails for values out of range. */
    public Adam {
      checkAdam(rate, beta1, beta2, epsilon);
    }
  }

  private static void checkAdam(double rate, double beta1, double beta2, double epsilon) {
    Check.positive("rate", rate);
    Check.share("beta1", beta1);
    Check.share("beta2", beta2);
    Check.positive("epsilon", epsilon);
  }
}
