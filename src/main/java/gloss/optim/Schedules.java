package gloss.optim;

import gloss.recipe.Makers;
import gloss.recipe.ScheduleRecipe;

/** The index of schedules; {@link ScheduleRecipe} has the formulas. */
public final class Schedules {
  private static final Makers<ScheduleRecipe, Schedule> INDEX =
      new Makers<ScheduleRecipe, Schedule>()
          .with(ScheduleRecipe.Constant.class, r -> warmedUp(r.warmup(), step -> 1))
          .with(ScheduleRecipe.InverseSqrt.class, r -> inverseSquareRoot(r.warmup()))
          .with(ScheduleRecipe.Noam.class, r -> noam(r.size(), r.warmup()))
          .with(
              ScheduleRecipe.Linear.class,
              r -> warmedUp(r.warmup(), step -> falling(1 - fallen(r, step), r.end())))
          .with(
              ScheduleRecipe.Cosine.class,
              r -> warmedUp(r.warmup(), step -> falling(halfCosine(fallen(r, step)), r.end())));

  private Schedules() {}

  /** The schedule that a recipe asks for. */
  public static Schedule of(ScheduleRecipe recipe) {
    return INDEX.make(recipe);
  }

  private static Schedule warmedUp(int warmup, Schedule then) {
    return step -> step < warmup ? step / (double) warmup : then.factor(step);
  }

  private static Schedule inverseSquareRoot(int warmup) {
    return warmedUp(warmup, step -> Math.sqrt(Math.max(1, warmup) / (double) step));
  }

  private static Schedule noam(int size, int warmup) {
    return step ->
        Math.min(1 / Math.sqrt((double) step), step * Math.pow(warmup, -1.5)) / Math.sqrt(size);
  }

  private static double fallen(ScheduleRecipe.Linear r, long step) {
    return share(step, r.warmup(), r.steps());
  }

  private static double fallen(ScheduleRecipe.Cosine r, long step) {
    return share(step, r.warmup(), r.steps());
  }

  private static double share(long step, int from, int to) {
    return Math.min(1, (step - from) / (double) (to - from));
  }

  private static double halfCosine(double share) {
    return (1 + Math.cos(Math.PI * share)) / 2;
  }

  private static double falling(double left, double end) {
    return end + (1 - end) * left;
  }
}
