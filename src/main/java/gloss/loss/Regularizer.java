package gloss.loss;

import ai.djl.ndarray.NDArray;
import gloss.recipe.Makers;
import gloss.recipe.RegularizerRecipe;
import java.util.List;

/**
 * A penalty on large weights w, added to the loss of an item:
 *
 * <pre>R = a · Σ |w| + b / 2 · Σ w²        ∂R/∂w = a · sign(w) + b · w</pre>
 *
 * L1 (b = 0; lasso, Tibshirani 1996) sets weights to zero that are of little use. L2 (a = 0; ridge,
 * Hoerl and Kennard 1970) keeps all small; with plain gradient descent it is weight decay. The
 * elastic net (Zou and Hastie 2005) does both, and of inputs that say the same keeps all or none.
 * An optimizer that scales gradients, such as Adam, scales those of a penalty too: there AdamW's
 * decoupled decay is the better L2 (Loshchilov and Hutter 2019).
 *
 * @param absolute a, 0 or more
 * @param square b, 0 or more
 */
public record Regularizer(double absolute, double square) {
  /** No penalty. */
  public static final Regularizer NONE = new Regularizer(0, 0);

  private static final Makers<RegularizerRecipe, Regularizer> INDEX =
      new Makers<RegularizerRecipe, Regularizer>()
          .with(RegularizerRecipe.None.class, r -> NONE)
          .with(RegularizerRecipe.L1.class, r -> new Regularizer(r.strength(), 0))
          .with(RegularizerRecipe.L2.class, r -> new Regularizer(0, r.strength()))
          .with(
              RegularizerRecipe.ElasticNet.class,
              r -> new Regularizer(r.strength() * r.ratio(), r.strength() * (1 - r.ratio())));

  /** Checks the strengths. */
  public Regularizer {
    Require.notNegative("absolute", absolute);
    Require.notNegative("square", square);
  }

  /** The regularizer that a recipe asks for. */
  public static Regularizer of(RegularizerRecipe recipe) {
    return INDEX.make(recipe);
  }

  /** R, a scalar with gradient. */
  public NDArray of(List<NDArray> weights) {
    return LossKernels.LIBRARY.one("penalty", weights, absolute, square);
  }

  /** The loss with R added for each item; what is reported stays the same. */
  public LossSum addTo(LossSum loss, List<NDArray> weights) {
    if (weights.isEmpty() || equals(NONE)) {
      return loss;
    }
    NDArray sum =
        LossKernels.LIBRARY.one("add_penalty", loss.sum(), weights, absolute, square, loss.count());
    return new LossSum(sum, loss.plain(), loss.count());
  }
}
