package gloss.optim;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import gloss.recipe.Makers;
import gloss.recipe.OptimizerRecipe;
import java.util.Map;

/** The index of optimizers. */
public final class Optimizers {
  private static final Makers<OptimizerRecipe, Maker> INDEX =
      new Makers<OptimizerRecipe, Maker>()
          .with(
              OptimizerRecipe.AdamW.class,
              r -> adam(Adam.Variant.ADAMW, r.beta1(), r.beta2(), r.epsilon(), r.weightDecay()))
          .with(
              OptimizerRecipe.Adam.class,
              r -> adam(Adam.Variant.ADAM, r.beta1(), r.beta2(), r.epsilon(), r.weightDecay()))
          .with(
              OptimizerRecipe.AmsGrad.class,
              r -> adam(Adam.Variant.AMSGRAD, r.beta1(), r.beta2(), r.epsilon(), r.weightDecay()))
          .with(OptimizerRecipe.Adafactor.class, r -> (m, w) -> new Adafactor(m, w, r))
          .with(OptimizerRecipe.Lion.class, r -> (m, w) -> new Lion(m, w, r))
          .with(OptimizerRecipe.Sgd.class, r -> (m, w) -> new Sgd(m, w, r))
          .with(
              OptimizerRecipe.GradientDescent.class,
              r -> (m, w) -> new Sgd(m, w, OptimizerRecipe.Sgd.plain(r.rate(), r.weightDecay())))
          .with(OptimizerRecipe.RmsProp.class, r -> (m, w) -> new RmsProp(m, w, r))
          .with(OptimizerRecipe.Adagrad.class, r -> (m, w) -> new Adagrad(m, w, r))
          .with(OptimizerRecipe.Adadelta.class, r -> (m, w) -> new Adadelta(m, w, r));

  private Optimizers() {}

  /** Makes an optimizer of some weights. */
  @FunctionalInterface
  private interface Maker {
    Optimizer make(NDManager manager, Map<String, NDArray> weights);
  }

  private static Maker adam(
      Adam.Variant variant, double beta1, double beta2, double epsilon, double decay) {
    return (manager, weights) ->
        new Adam(manager, weights, variant, new Adam.Settings(beta1, beta2, epsilon, decay));
  }

  /**
   * The optimizer that a recipe asks for.
   *
   * @param manager whose sub-manager holds the optimizer's memory
   */
  public static Optimizer of(
      OptimizerRecipe recipe, NDManager manager, Map<String, NDArray> weights) {
    return INDEX.make(recipe).make(manager, weights);
  }
}
