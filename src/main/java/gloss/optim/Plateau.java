package gloss.optim;

import gloss.recipe.Elapsed;
import gloss.recipe.ScheduleRecipe;

/** Falls when validation does not become better; {@link ScheduleRecipe.Plateau} has the formula. */
record Plateau(ScheduleRecipe.Plateau recipe) implements Schedule {
  @Override
  public double factor(Elapsed elapsed) {
    return Schedules.warmedUp(recipe.warmup(), x -> 1).factor(elapsed);
  }

  @Override
  public double afterValidation(double scale, int stale) {
    return stale > 0 && stale % recipe.patience() == 0
        ? Math.max(recipe.minimum(), scale * recipe.factor())
        : scale;
  }
}
