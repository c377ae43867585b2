package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import gloss.yaml.Keyed;
import gloss.yaml.Named;
import java.util.List;

/** How much an example of each class counts in a loss. */
@Keyed(otherwise = "none")
public sealed interface ClassWeightsRecipe
    permits ClassWeightsRecipe.None,
        ClassWeightsRecipe.InverseFrequency,
        ClassWeightsRecipe.EffectiveNumber,
        ClassWeightsRecipe.RareTokens,
        ClassWeightsRecipe.Given {
  /** All count the same. */
  @Named("none")
  record None() implements ClassWeightsRecipe {}

  /** n / (classes · n of the class): all classes count the same. */
  @Named("inverse-frequency")
  record InverseFrequency() implements ClassWeightsRecipe {}

  /** (1 − β) / (1 − βⁿ) for n examples of the class (Cui et al. 2019). */
  @Named("effective-number")
  record EffectiveNumber(
      @Doc("0: all examples count the same; towards 1: all classes do") @Default("0.999")
          double beta)
      implements ClassWeightsRecipe {
    /** Fails for values out of range. */
    public EffectiveNumber {
      Check.share("beta", beta);
    }
  }

  /** 1 + A · exp(−T · n / median) for n examples of the class (Gu et al. 2020). */
  @Named("rare-tokens")
  record RareTokens(
      @Doc("how much more the rarest count, at most") @Default("1.0") double most,
      @Doc("how fast that falls with the number of examples") @Default("1.75") double decay)
      implements ClassWeightsRecipe {
    /** Fails for values out of range. */
    public RareTokens {
      Check.notNegative("most", most);
      Check.positive("decay", decay);
    }
  }

  /** Weights as they are. */
  @Named("given")
  record Given(@Doc("one for each class, in their order") List<Double> weights)
      implements ClassWeightsRecipe {
    /** Fails for values out of range. */
    public Given {
      weights = List.copyOf(weights);
      Check.notEmpty("weights", weights);
      weights.forEach(weight -> Check.notNegative("weights", weight));
    }
  }
}
