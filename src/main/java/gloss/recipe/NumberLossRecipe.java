package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import gloss.yaml.Keyed;
import gloss.yaml.Named;
import java.util.List;

/**
 * The losses of tasks that predict numbers; the classes of {@code gloss.loss} have the formulas.
 */
@Keyed(otherwise = "mse")
public sealed interface NumberLossRecipe extends LossRecipe
    permits NumberLossRecipe.MeanSquaredError,
        NumberLossRecipe.MeanAbsoluteError,
        NumberLossRecipe.Huber,
        NumberLossRecipe.SmoothL1,
        NumberLossRecipe.LogCosh,
        NumberLossRecipe.Quantile,
        NumberLossRecipe.Poisson,
        NumberLossRecipe.CosineEmbedding,
        NumberLossRecipe.Robust,
        NumberLossRecipe.AdaptiveRobust,
        NumberLossRecipe.Sum,
        NumberLossRecipe.Uncertainty {
  /** The losses that it is made of: itself, or those that it joins. */
  default List<NumberLossRecipe> parts() {
    return List.of(this);
  }

  /** Mean squared error. */
  @Named("mse")
  record MeanSquaredError() implements NumberLossRecipe {}

  /** Mean absolute error. */
  @Named("mae")
  record MeanAbsoluteError() implements NumberLossRecipe {}

  /** Squared for small errors, absolute for large ones (Huber 1964). */
  @Named("huber")
  record Huber(@Doc("error at which square becomes line") @Default("1.0") double delta)
      implements NumberLossRecipe {
    /** Fails for values out of range. */
    public Huber {
      Check.positive("delta", delta);
    }
  }

  /** Huber's loss divided by its parameter (Girshick 2015). */
  @Named("smooth-l1")
  record SmoothL1(@Doc("error at which square becomes line") @Default("1.0") double beta)
      implements NumberLossRecipe {
    /** Fails for values out of range. */
    public SmoothL1 {
      Check.positive("beta", beta);
    }
  }

  /** Logarithm of the hyperbolic cosine of the error. */
  @Named("log-cosh")
  record LogCosh() implements NumberLossRecipe {}

  /** The pinball loss, whose best prediction is a quantile (Koenker and Bassett 1978). */
  @Named("quantile")
  record Quantile(@Doc("share of targets that should lie below") @Default("0.5") double quantile)
      implements NumberLossRecipe {
    /** Fails for values out of range. */
    public Quantile {
      Check.that(
          quantile > 0 && quantile < 1, "quantile", "must be between 0 and 1, is " + quantile);
    }
  }

  /** Likelihood of counts; the network predicts the logarithm of the rate. */
  @Named("poisson")
  record Poisson(
      @Doc("whether what depends on the target alone is added") @Default("false") boolean full)
      implements NumberLossRecipe {}

  /** One minus the cosine of the angle between prediction and target, both vectors. */
  @Named("cosine-embedding")
  record CosineEmbedding() implements NumberLossRecipe {}

  /** The general robust loss (Barron 2019) of a fixed shape. */
  @Named("robust")
  record Robust(
      @Doc("2: squared, 1: pseudo-Huber, 0: Cauchy, -2: Geman-McClure; the less, the more robust")
          @Default("1.0")
          double shape,
      @Doc("error up to which it is a square") @Default("1.0") double scale)
      implements NumberLossRecipe {
    /** Fails for values out of range. */
    public Robust {
      Check.positive("scale", scale);
    }
  }

  /** The general robust loss whose shape and scale are learned (Barron 2019). */
  @Named("adaptive-robust")
  record AdaptiveRobust(
      @Doc("shape at the beginning") @Default("1.0") double shape,
      @Doc("least shape; 0 or more") @Default("0.001") double lowestShape,
      @Doc("greatest shape; up to 4") @Default("1.999") double highestShape,
      @Doc("scale at the beginning") @Default("1.0") double scale,
      @Doc("least scale") @Default("0.00001") double lowestScale)
      implements NumberLossRecipe {
    /** Fails for values out of range. */
    public AdaptiveRobust {
      Check.that(
          0 <= lowestShape && lowestShape < highestShape && highestShape <= 4,
          "lowest-shape",
          "must be in [0, highest-shape), and that at most 4, is " + lowestShape);
      Check.that(
          lowestShape < shape && shape < highestShape && shape != 2,
          "shape",
          "must be between lowest-shape and highest-shape and not 2, is " + shape);
      Check.positive("lowest-scale", lowestScale);
      Check.that(scale > lowestScale, "scale", "must be greater than lowest-scale, is " + scale);
    }
  }

  /** Several losses, each times its weight. */
  @Named("sum")
  record Sum(@Doc("the losses and their weights") List<Term> terms) implements NumberLossRecipe {
    /** Fails without a term. */
    public Sum {
      terms = List.copyOf(terms);
      Check.notEmpty("terms", terms);
    }

    @Override
    public List<NumberLossRecipe> parts() {
      return terms.stream().flatMap(term -> term.loss().parts().stream()).toList();
    }
  }

  /** One of the losses of a sum. */
  record Term(
      @Doc("what the loss is multiplied with") @Default("1.0") double weight,
      @Doc("the loss") NumberLossRecipe loss) {
    /** Fails for values out of range. */
    public Term {
      Check.positive("weight", weight);
    }
  }

  /** Several losses whose weights are learned (Kendall et al. 2018). */
  @Named("uncertainty")
  record Uncertainty(@Doc("the losses") List<NumberLossRecipe> losses) implements NumberLossRecipe {
    /** Fails without a loss. */
    public Uncertainty {
      losses = List.copyOf(losses);
      Check.notEmpty("losses", losses);
    }

    @Override
    public List<NumberLossRecipe> parts() {
      return losses.stream().flatMap(loss -> loss.parts().stream()).toList();
    }
  }
}
