package gloss.loss;

import ai.djl.ndarray.NDManager;
import gloss.loss.UncertaintyWeighting.Kind;
import gloss.recipe.ClassLossRecipe;
import gloss.recipe.Makers;
import gloss.recipe.NumberLossRecipe;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** The index of losses: those of classes and those of numbers. */
public final class Losses {
  private static final Makers<ClassLossRecipe, Function<Classes, Loss>> CLASSES =
      new Makers<ClassLossRecipe, Function<Classes, Loss>>()
          .with(
              ClassLossRecipe.CrossEntropy.class,
              r ->
                  data ->
                      new CrossEntropy(
                          r.labelSmoothing(), ClassWeights.of(r.classWeights(), data.counts)))
          .with(
              ClassLossRecipe.GraduatedSmoothing.class,
              r ->
                  data ->
                      new GraduatedSmoothing(
                          List.of(r.unsure(), r.between(), r.sure()), r.low(), r.high()))
          .with(
              ClassLossRecipe.Focal.class,
              r -> data -> new Focal(r.gamma(), ClassWeights.of(r.classWeights(), data.counts)))
          .with(
              ClassLossRecipe.ScheduledFocal.class,
              r ->
                  data ->
                      new ScheduledFocal(
                          r.from(),
                          r.to(),
                          r.steps(),
                          ClassWeights.of(r.classWeights(), data.counts)))
          .with(ClassLossRecipe.KullbackLeibler.class, r -> data -> new KullbackLeibler())
          .with(ClassLossRecipe.MeanSquaredError.class, r -> data -> new ProbabilityError())
          .with(ClassLossRecipe.MultiClassHinge.class, r -> data -> new MultiClassHinge(r.margin()))
          .with(ClassLossRecipe.Hinge.class, r -> data -> new OneVersusRest(new Hinge(r.margin())))
          .with(
              ClassLossRecipe.SquaredHinge.class,
              r -> data -> new OneVersusRest(new SquaredHinge(r.margin())))
          .with(
              ClassLossRecipe.BinaryCrossEntropy.class,
              r -> data -> new OneVersusRest(binary(r.positiveWeights(), data.counts)))
          .with(
              ClassLossRecipe.BinaryFocal.class,
              r -> data -> new OneVersusRest(new BinaryFocal(r.gamma(), r.alpha())))
          .with(
              ClassLossRecipe.Sum.class,
              r ->
                  data ->
                      new CombinedLoss(
                          r.terms().stream().map(term -> of(term.loss(), data)).toList(),
                          new FixedWeighting(
                              r.terms().stream().map(ClassLossRecipe.Term::weight).toList())))
          .with(
              ClassLossRecipe.Uncertainty.class,
              r ->
                  data ->
                      new CombinedLoss(
                          r.losses().stream().map(loss -> of(loss, data)).toList(),
                          uncertainty(data.manager, Kind.CLASSES, r.losses().size())));

  private static final Makers<NumberLossRecipe, Function<Numbers, Loss>> NUMBERS =
      new Makers<NumberLossRecipe, Function<Numbers, Loss>>()
          .with(NumberLossRecipe.MeanSquaredError.class, r -> data -> new MeanSquaredError())
          .with(NumberLossRecipe.MeanAbsoluteError.class, r -> data -> new MeanAbsoluteError())
          .with(NumberLossRecipe.Huber.class, r -> data -> new Huber(r.delta()))
          .with(NumberLossRecipe.SmoothL1.class, r -> data -> new SmoothL1(r.beta()))
          .with(NumberLossRecipe.LogCosh.class, r -> data -> new LogCosh())
          .with(NumberLossRecipe.Quantile.class, r -> data -> new Quantile(r.quantile()))
          .with(NumberLossRecipe.Poisson.class, r -> data -> new Poisson(r.full()))
          .with(NumberLossRecipe.CosineEmbedding.class, r -> data -> new CosineEmbedding(0))
          .with(NumberLossRecipe.Robust.class, r -> data -> new GeneralRobust(r.shape(), r.scale()))
          .with(
              NumberLossRecipe.AdaptiveRobust.class,
              r -> data -> new AdaptiveRobust(data.manager, data.outputs, r))
          .with(
              NumberLossRecipe.Sum.class,
              r ->
                  data ->
                      new CombinedLoss(
                          r.terms().stream().map(term -> of(term.loss(), data)).toList(),
                          new FixedWeighting(
                              r.terms().stream().map(NumberLossRecipe.Term::weight).toList())))
          .with(
              NumberLossRecipe.Uncertainty.class,
              r ->
                  data ->
                      new CombinedLoss(
                          r.losses().stream().map(loss -> of(loss, data)).toList(),
                          uncertainty(data.manager, Kind.NUMBERS, r.losses().size())));

  private Losses() {}

  /**
   * What a loss of classes may ask of a task.
   *
   * @param manager that the loss's own parameters belong to
   * @param counts training examples of each class; asked for only where they matter
   */
  public record Classes(NDManager manager, Supplier<long[]> counts) {}

  /**
   * What a loss of numbers may ask of a task.
   *
   * @param manager that the loss's own parameters belong to
   * @param outputs numbers that are predicted for an item
   */
  public record Numbers(NDManager manager, int outputs) {}

  /** The loss of classes that a recipe asks for. */
  public static Loss of(ClassLossRecipe recipe, Classes data) {
    return CLASSES.make(recipe).apply(data);
  }

  /** The loss of numbers that a recipe asks for. */
  public static Loss of(NumberLossRecipe recipe, Numbers data) {
    return NUMBERS.make(recipe).apply(data);
  }

  private static Loss binary(List<Double> positiveWeights, Supplier<long[]> counts) {
    return new BinaryCrossEntropy(
        positiveWeights.size() == 1
            ? positiveWeights
            : ClassWeights.oneForEach("positive-weights", positiveWeights, counts.get()));
  }

  private static Weighting uncertainty(NDManager manager, Kind kind, int losses) {
    return new UncertaintyWeighting(manager, Collections.nCopies(losses, kind));
  }
}
