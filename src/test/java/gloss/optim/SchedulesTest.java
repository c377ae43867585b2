package gloss.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gloss.recipe.ScheduleRecipe;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchedulesTest {
  private static void assertFactor(ScheduleRecipe recipe, long step, double expected) {
    assertThat(Schedules.of(recipe).factor(step)).isCloseTo(expected, within(1e-12));
  }

  @Test
  void constantRisesThenStays() {
    ScheduleRecipe recipe = new ScheduleRecipe.Constant(4);
    assertFactor(recipe, 1, 0.25);
    assertFactor(recipe, 3, 0.75);
    assertFactor(recipe, 4, 1);
    assertFactor(recipe, 1_000_000_000L, 1);
    assertFactor(new ScheduleRecipe.Constant(0), 1, 1);
  }

  @Test
  void inverseSquareRootHasItsPeakAfterTheWarmUp() {
    ScheduleRecipe recipe = new ScheduleRecipe.InverseSqrt(100);
    assertFactor(recipe, 1, 0.01);
    assertFactor(recipe, 50, 0.5);
    assertFactor(recipe, 100, 1);
    assertFactor(recipe, 400, 0.5);
    assertFactor(recipe, 10_000, 0.1);
    assertFactor(new ScheduleRecipe.InverseSqrt(0), 1, 1);
    assertFactor(new ScheduleRecipe.InverseSqrt(0), 4, 0.5);
  }

  @Test
  void noamHasThePapersPeak() {
    ScheduleRecipe recipe = new ScheduleRecipe.Noam(512, 4000);
    // Vaswani et al. 2017, equation 3: 512^-0.5 · 4000^-0.5.
    assertFactor(recipe, 4000, 1 / Math.sqrt(512 * 4000.0));
    assertFactor(recipe, 2000, 0.5 / Math.sqrt(512 * 4000.0));
    assertFactor(recipe, 16_000, 0.5 / Math.sqrt(512 * 4000.0));
    assertThat(Schedules.of(recipe).factor(4000))
        .isGreaterThan(Schedules.of(recipe).factor(3999))
        .isGreaterThan(Schedules.of(recipe).factor(4001));
  }

  @Test
  void linearFallsInAStraightLine() {
    ScheduleRecipe recipe = new ScheduleRecipe.Linear(10, 110, 0.2);
    assertFactor(recipe, 5, 0.5);
    assertFactor(recipe, 10, 1);
    assertFactor(recipe, 60, 0.6);
    assertFactor(recipe, 110, 0.2);
    assertFactor(recipe, 5000, 0.2);
  }

  @Test
  void cosineFallsAlongHalfACosine() {
    ScheduleRecipe recipe = new ScheduleRecipe.Cosine(10, 110, 0.1);
    assertFactor(recipe, 1, 0.1);
    assertFactor(recipe, 10, 1);
    assertFactor(recipe, 35, 0.1 + 0.9 * (1 + Math.sqrt(0.5)) / 2);
    assertFactor(recipe, 60, 0.55);
    assertFactor(recipe, 110, 0.1);
    assertFactor(recipe, 5000, 0.1);
  }

  @Test
  void noneIsEverNegativeOrAboveItsPeak() {
    for (ScheduleRecipe recipe :
        List.of(
            new ScheduleRecipe.Constant(7),
            new ScheduleRecipe.InverseSqrt(7),
            new ScheduleRecipe.Noam(1, 7),
            new ScheduleRecipe.Linear(7, 70, 0),
            new ScheduleRecipe.Cosine(7, 70, 0))) {
      Schedule schedule = Schedules.of(recipe);
      double peak = schedule.factor(7);
      for (long step = 1; step < 200; step++) {
        assertThat(schedule.factor(step)).as(recipe + " at " + step).isBetween(0.0, peak);
      }
    }
  }
}
