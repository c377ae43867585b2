package gloss.optim;

import gloss.recipe.Elapsed;
import gloss.recipe.Extent;
import gloss.recipe.Makers;
import gloss.recipe.ScheduleRecipe;
import java.util.List;
import java.util.Optional;

/** The index of schedules; {@link ScheduleRecipe} has the formulas. */
public final class Schedules {
  private static final Makers<ScheduleRecipe, Maker> INDEX =
      new Makers<ScheduleRecipe, Maker>()
          .with(ScheduleRecipe.Constant.class, r -> end -> warmedUp(r.warmup(), elapsed -> 1))
          .with(ScheduleRecipe.InverseSqrt.class, r -> end -> inverseSquareRoot(r.warmup()))
          .with(ScheduleRecipe.Noam.class, r -> end -> noam(r.size(), r.warmup().count()))
          .with(
              ScheduleRecipe.Linear.class, r -> end -> linear(r, fall(r.warmup(), r.until(), end)))
          .with(
              ScheduleRecipe.Cosine.class, r -> end -> cosine(r, fall(r.warmup(), r.until(), end)))
          .with(ScheduleRecipe.Plateau.class, r -> end -> new Plateau(r));

  private Schedules() {}

  /** Makes a schedule of a training that is over at the first of some extents. */
  @FunctionalInterface
  private interface Maker {
    Schedule make(List<Extent> end);
  }

  /**
   * The schedule that a recipe asks for.
   *
   * @param end of the training, the first of several; a schedule without an end of its own runs
   *     down to it
   */
  public static Schedule of(ScheduleRecipe recipe, List<Extent> end) {
    return INDEX.make(recipe).make(end);
  }

  static Schedule warmedUp(Extent warmup, Schedule then) {
    return elapsed -> warmup.isOver(elapsed) ? then.factor(elapsed) : warmup.share(elapsed);
  }

  private static Schedule inverseSquareRoot(Extent warmup) {
    Extent highest = warmup.count() == 0 ? Extent.steps(1) : warmup;
    return warmedUp(warmup, elapsed -> 1 / Math.sqrt(highest.share(elapsed)));
  }

  private static Schedule noam(int size, long warmup) {
    return elapsed -> {
      double step = elapsed.steps();
      return Math.min(1 / Math.sqrt(step), step * Math.pow((double) warmup, -1.5))
          / Math.sqrt(size);
    };
  }

  private static Schedule linear(ScheduleRecipe.Linear r, Schedule fallen) {
    return warmedUp(r.warmup(), x -> falling(1 - fallen.factor(x), r.end()));
  }

  private static Schedule cosine(ScheduleRecipe.Cosine r, Schedule fallen) {
    return warmedUp(r.warmup(), x -> falling(halfCosine(fallen.factor(x)), r.end()));
  }

  /** How much of the way from the warm-up to the end is done, from 0 to 1. */
  private static Schedule fall(Extent warmup, Optional<Extent> own, List<Extent> training) {
    List<Extent> ends = own.map(List::of).orElse(training);
    return elapsed ->
        ends.stream().mapToDouble(end -> fallen(warmup, end, elapsed)).max().orElseThrow();
  }

  private static double fallen(Extent warmup, Extent end, Elapsed elapsed) {
    if (end.isOver(elapsed)) {
      return 1;
    }
    double done = end.unit().of(elapsed);
    double from = warmup.count() == 0 ? 0 : done / warmup.share(elapsed);
    return (done - from) / (end.count() - from);
  }

  private static double halfCosine(double share) {
    return (1 + Math.cos(Math.PI * share)) / 2;
  }

  private static double falling(double left, double end) {
    return end + (1 - end) * left;
  }
}
