package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import gloss.yaml.Keyed;
import gloss.yaml.Named;
import java.util.List;

/**
 * The losses of tasks that choose one of several classes, such as the next word; the classes of
 * {@code gloss.loss} have the formulas.
 */
@Keyed(otherwise = "cross-entropy")
public sealed interface ClassLossRecipe extends LossRecipe
    permits ClassLossRecipe.CrossEntropy,
        ClassLossRecipe.GraduatedSmoothing,
        ClassLossRecipe.Focal,
        ClassLossRecipe.ScheduledFocal,
        ClassLossRecipe.KullbackLeibler,
        ClassLossRecipe.MeanSquaredError,
        ClassLossRecipe.MultiClassHinge,
        ClassLossRecipe.Hinge,
        ClassLossRecipe.SquaredHinge,
        ClassLossRecipe.BinaryCrossEntropy,
        ClassLossRecipe.BinaryFocal,
        ClassLossRecipe.Sum,
        ClassLossRecipe.Uncertainty {
  /** Whether the target of an item may be how much there is of each class. */
  default boolean takesShares() {
    return this instanceof CrossEntropy
        || this instanceof KullbackLeibler
        || this instanceof MeanSquaredError
        || this instanceof BinaryCrossEntropy
        || (this instanceof Sum sum && sum.terms().stream().allMatch(t -> t.loss().takesShares()));
  }

  /** −log p(label), mixed with the uniform distribution (Szegedy et al. 2016). */
  @Named("cross-entropy")
  record CrossEntropy(
      @Doc("share of probability spread over all classes") @Default("0.1") double labelSmoothing,
      @Doc("how much an example of each class counts") @Default("{}")
          ClassWeightsRecipe classWeights)
      implements ClassLossRecipe {
    /** Fails for values out of range. */
    public CrossEntropy {
      Check.share("label-smoothing", labelSmoothing);
    }

    /** Whether all classes count the same. */
    boolean even() {
      return classWeights instanceof ClassWeightsRecipe.None;
    }
  }

  /** Cross-entropy with more smoothing where the network is surer (Wang et al. 2020). */
  @Named("graduated-smoothing")
  record GraduatedSmoothing(
      @Doc("label smoothing of labels less probable than low") @Default("0.0") double unsure,
      @Doc("between low and high") @Default("0.1") double between,
      @Doc("of labels more probable than high") @Default("0.3") double sure,
      @Doc("a probability") @Default("0.3") double low,
      @Doc("a probability") @Default("0.7") double high)
      implements ClassLossRecipe {
    /** Fails for values out of range. */
    public GraduatedSmoothing {
      Check.share("unsure", unsure);
      Check.share("between", between);
      Check.share("sure", sure);
      Check.that(low >= 0 && low <= high && high <= 1, "low", "must be in [0, high], is " + low);
    }
  }

  /** Cross-entropy that passes over what is easy already (Lin et al. 2017). */
  @Named("focal")
  record Focal(
      @Doc("how much easy examples are passed over; 0: not at all") @Default("2.0") double gamma,
      @Doc("how much an example of each class counts") @Default("{}")
          ClassWeightsRecipe classWeights)
      implements ClassLossRecipe {
    /** Fails for values out of range. */
    public Focal {
      Check.notNegative("gamma", gamma);
    }
  }

  /** Focal loss whose γ goes from one value to another in a straight line. */
  @Named("scheduled-focal")
  record ScheduledFocal(
      @Doc("gamma at the beginning") @Default("0.0") double from,
      @Doc("gamma in the end") @Default("2.0") double to,
      @Doc("steps in which it gets there") int steps,
      @Doc("how much an example of each class counts") @Default("{}")
          ClassWeightsRecipe classWeights)
      implements ClassLossRecipe {
    /** Fails for values out of range. */
    public ScheduledFocal {
      Check.notNegative("from", from);
      Check.notNegative("to", to);
      Check.atLeast("steps", steps, 1);
    }
  }

  /** Kullback–Leibler divergence from the target's distribution. */
  @Named("kullback-leibler")
  record KullbackLeibler() implements ClassLossRecipe {}

  /** Squared error of the probabilities (Brier 1950). */
  @Named("mse")
  record MeanSquaredError() implements ClassLossRecipe {}

  /** The right class must lead the others by a margin (Crammer and Singer 2001). */
  @Named("multi-class-hinge")
  record MultiClassHinge(@Doc("lead that is enough") @Default("1.0") double margin)
      implements ClassLossRecipe {
    /** Fails for values out of range. */
    public MultiClassHinge {
      Check.positive("margin", margin);
    }
  }

  /** Each class against the rest: its score must be on the right side by a margin. */
  @Named("hinge")
  record Hinge(@Doc("distance that is enough") @Default("1.0") double margin)
      implements ClassLossRecipe {
    /** Fails for values out of range. */
    public Hinge {
      Check.positive("margin", margin);
    }
  }

  /** Each class against the rest: the square of the hinge loss. */
  @Named("squared-hinge")
  record SquaredHinge(@Doc("distance that is enough") @Default("1.0") double margin)
      implements ClassLossRecipe {
    /** Fails for values out of range. */
    public SquaredHinge {
      Check.positive("margin", margin);
    }
  }

  /** Each class against the rest: cross-entropy of yes and no. */
  @Named("binary-cross-entropy")
  record BinaryCrossEntropy(
      @Doc("how much a yes counts against a no; one for all classes or one for each")
          @Default("[1.0]")
          List<Double> positiveWeights)
      implements ClassLossRecipe {
    /** Fails for values out of range. */
    public BinaryCrossEntropy {
      positiveWeights = List.copyOf(positiveWeights);
      Check.notEmpty("positive-weights", positiveWeights);
      positiveWeights.forEach(weight -> Check.positive("positive-weights", weight));
    }
  }

  /** Each class against the rest: focal loss of yes and no (Lin et al. 2017). */
  @Named("binary-focal")
  record BinaryFocal(
      @Doc("how much easy examples are passed over; 0: not at all") @Default("2.0") double gamma,
      @Doc("share of a yes in the weights; that of a no is the rest") @Default("0.25") double alpha)
      implements ClassLossRecipe {
    /** Fails for values out of range. */
    public BinaryFocal {
      Check.notNegative("gamma", gamma);
      Check.that(alpha > 0 && alpha < 1, "alpha", "must be between 0 and 1, is " + alpha);
    }
  }

  /** Several losses, each times its weight. */
  @Named("sum")
  record Sum(@Doc("the losses and their weights") List<Term> terms) implements ClassLossRecipe {
    /** Fails without a term. */
    public Sum {
      terms = List.copyOf(terms);
      Check.notEmpty("terms", terms);
    }
  }

  /** One of the losses of a sum. */
  record Term(
      @Doc("what the loss is multiplied with") @Default("1.0") double weight,
      @Doc("the loss") ClassLossRecipe loss) {
    /** Fails for values out of range. */
    public Term {
      Check.positive("weight", weight);
    }
  }

  /** Several losses whose weights are learned (Kendall et al. 2018). */
  @Named("uncertainty")
  record Uncertainty(@Doc("the losses") List<ClassLossRecipe> losses) implements ClassLossRecipe {
    /** Fails without a loss. */
    public Uncertainty {
      losses = List.copyOf(losses);
      Check.notEmpty("losses", losses);
    }
  }
}
