package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import gloss.yaml.Keyed;
import gloss.yaml.Named;

/** The optimizers. */
@Keyed(otherwise = "adamw")
public sealed interface OptimizerRecipe
    permits OptimizerRecipe.AdamW,
        OptimizerRecipe.Adam,
        OptimizerRecipe.AmsGrad,
        OptimizerRecipe.Adafactor,
        OptimizerRecipe.Lion,
        OptimizerRecipe.Sgd,
        OptimizerRecipe.GradientDescent,
        OptimizerRecipe.RmsProp,
        OptimizerRecipe.Adagrad,
        OptimizerRecipe.Adadelta {
  /** The learning rate that the schedule scales. */
  double rate();

  /** Whether all batches of an epoch make one step, whatever {@code accumulate} says. */
  default boolean fullBatch() {
    return false;
  }

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
      @Doc("keeps the division safe") @Default("1e-9") double epsilon,
      @Doc("share of each weight added to its gradient") @Default("0.0") double weightDecay)
      implements OptimizerRecipe {
    /** Fails for values out of range. */
    public Adam {
      checkAdam(rate, beta1, beta2, epsilon);
      Check.notNegative("weight-decay", weightDecay);
    }

    /** Without weight decay. */
    public Adam(double rate, double beta1, double beta2, double epsilon) {
      this(rate, beta1, beta2, epsilon, 0);
    }
  }

  /** Adam that never forgets a large gradient (Reddi, Kale and Kumar 2018). */
  @Named("amsgrad")
  record AmsGrad(
      @Doc("learning rate") @Default("0.001") double rate,
      @Doc("decay of the mean of gradients") @Default("0.9") double beta1,
      @Doc("decay of the mean of squared gradients") @Default("0.98") double beta2,
      @Doc("keeps the division safe") @Default("1e-9") double epsilon,
      @Doc("share of each weight added to its gradient") @Default("0.0") double weightDecay)
      implements OptimizerRecipe {
    /** Fails for values out of range. */
    public AmsGrad {
      checkAdam(rate, beta1, beta2, epsilon);
      Check.notNegative("weight-decay", weightDecay);
    }
  }

  /** Little memory for large networks (Shazeer and Stern 2018). */
  @Named("adafactor")
  record Adafactor(
      @Doc("greatest step, relative to the size of the weights") @Default("0.01") double rate,
      @Doc("power of the step's number that a new gradient's share is") @Default("-0.8")
          double beta2Decay,
      @Doc("least size of weights that steps are relative to") @Default("0.001") double epsilon,
      @Doc("root mean square of a step before its scaling at which it is cut") @Default("1.0")
          double clip,
      @Doc("share of each weight, times the rate, taken away in a step") @Default("0.0")
          double weightDecay)
      implements OptimizerRecipe {
    /** Fails for values out of range. */
    public Adafactor {
      Check.positive("rate", rate);
      Check.that(beta2Decay <= 0, "beta2-decay", "must be at most 0, is " + beta2Decay);
      Check.positive("epsilon", epsilon);
      Check.that(clip >= 1, "clip", "must be at least 1, is " + clip);
      Check.notNegative("weight-decay", weightDecay);
    }
  }

  /** Steps of one size, up or down (Chen et al. 2023). */
  @Named("lion")
  record Lion(
      @Doc("learning rate, a third to a tenth of Adam's") @Default("0.0001") double rate,
      @Doc("weight of the mean against the gradient in a step") @Default("0.9") double beta1,
      @Doc("decay of the mean of gradients") @Default("0.99") double beta2,
      @Doc("share of each weight, times the rate, taken away in a step") @Default("0.0")
          double weightDecay)
      implements OptimizerRecipe {
    /** Fails for values out of range. */
    public Lion {
      Check.positive("rate", rate);
      Check.share("beta1", beta1);
      Check.share("beta2", beta2);
      Check.notNegative("weight-decay", weightDecay);
    }
  }

  /** Stochastic gradient descent with momentum (Polyak 1964, Nesterov 1983). */
  @Named("sgd")
  record Sgd(
      @Doc("learning rate") @Default("0.01") double rate,
      @Doc("share of the last step that goes on") @Default("0.0") double momentum,
      @Doc("share of the gradient kept out of the momentum") @Default("0.0") double dampening,
      @Doc("whether the gradient is corrected by the momentum to come") @Default("false")
          boolean nesterov,
      @Doc("share of each weight added to its gradient") @Default("0.0") double weightDecay)
      implements OptimizerRecipe {
    /** Fails for values out of range. */
    public Sgd {
      Check.positive("rate", rate);
      Check.share("momentum", momentum);
      Check.share("dampening", dampening);
      Check.that(
          !nesterov || (momentum > 0 && dampening == 0),
          "nesterov",
          "needs a momentum, and a dampening of 0");
      Check.notNegative("weight-decay", weightDecay);
    }

    /** Without momentum. */
    public static Sgd plain(double rate, double weightDecay) {
      return new Sgd(rate, 0, 0, false, weightDecay);
    }
  }

  /** One step an epoch, along the gradient of all training data (Cauchy 1847). */
  @Named("gradient-descent")
  record GradientDescent(
      @Doc("learning rate") @Default("0.1") double rate,
      @Doc("share of each weight added to its gradient") @Default("0.0") double weightDecay)
      implements OptimizerRecipe {
    /** Fails for values out of range. */
    public GradientDescent {
      Check.positive("rate", rate);
      Check.notNegative("weight-decay", weightDecay);
    }

    @Override
    public boolean fullBatch() {
      return true;
    }
  }

  /** Gradients divided by their recent size (Tieleman and Hinton 2012). */
  @Named("rmsprop")
  record RmsProp(
      @Doc("learning rate") @Default("0.01") double rate,
      @Doc("decay of the mean of squared gradients") @Default("0.99") double alpha,
      @Doc("keeps the division safe") @Default("1e-8") double epsilon,
      @Doc("share of the last step that goes on") @Default("0.0") double momentum,
      @Doc("whether the mean gradient is taken from its size") @Default("false") boolean centered,
      @Doc("share of each weight added to its gradient") @Default("0.0") double weightDecay)
      implements OptimizerRecipe {
    /** Fails for values out of range. */
    public RmsProp {
      Check.positive("rate", rate);
      Check.share("alpha", alpha);
      Check.positive("epsilon", epsilon);
      Check.share("momentum", momentum);
      Check.notNegative("weight-decay", weightDecay);
    }
  }

  /** Gradients divided by their size so far (Duchi, Hazan and Singer 2011). */
  @Named("adagrad")
  record Adagrad(
      @Doc("learning rate") @Default("0.01") double rate,
      @Doc("how much the rate falls with each step") @Default("0.0") double rateDecay,
      @Doc("keeps the division safe") @Default("1e-10") double epsilon,
      @Doc("share of each weight added to its gradient") @Default("0.0") double weightDecay)
      implements OptimizerRecipe {
    /** Fails for values out of range. */
    public Adagrad {
      Check.positive("rate", rate);
      Check.notNegative("rate-decay", rateDecay);
      Check.positive("epsilon", epsilon);
      Check.notNegative("weight-decay", weightDecay);
    }
  }

  /** Steps in the unit of the weights (Zeiler 2012). */
  @Named("adadelta")
  record Adadelta(
      @Doc("what a step is multiplied with") @Default("1.0") double rate,
      @Doc("decay of the means of squares") @Default("0.9") double rho,
      @Doc("keeps the division safe, and is the size of the first steps") @Default("1e-6")
          double epsilon,
      @Doc("share of each weight added to its gradient") @Default("0.0") double weightDecay)
      implements OptimizerRecipe {
    /** Fails for values out of range. */
    public Adadelta {
      Check.positive("rate", rate);
      Check.share("rho", rho);
      Check.positive("epsilon", epsilon);
      Check.notNegative("weight-decay", weightDecay);
    }
  }

  private static void checkAdam(double rate, double beta1, double beta2, double epsilon) {
    Check.positive("rate", rate);
    Check.share("beta1", beta1);
    Check.share("beta2", beta2);
    Check.positive("epsilon", epsilon);
  }
}
