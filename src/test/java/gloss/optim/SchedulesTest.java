package gloss.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gloss.recipe.Elapsed;
import gloss.recipe.Extent;
import gloss.recipe.ScheduleRecipe;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Every schedule against the closed form of its formula, whatever the units. */
class SchedulesTest {
  private static final double CLOSE = 1e-9;

  /** A step is a tenth of an epoch, 50 tokens and 3 seconds. */
  private static Elapsed step(double step) {
    return new Elapsed((long) step, step / 10, (long) (50 * step), 3 * step);
  }

  /** So many steps, in a unit. */
  private static Extent in(Extent.Unit unit, long steps) {
    return new Extent(Math.round(unit.of(step(steps))), unit);
  }

  private static double factor(ScheduleRecipe recipe, double step, Extent... end) {
    return Schedules.of(recipe, List.of(end)).factor(step(step));
  }

  private static double factor(ScheduleRecipe recipe, long step) {
    return factor(recipe, step, Extent.parse("99 epochs"));
  }

  private static void assertFactor(ScheduleRecipe recipe, long step, double expected) {
    assertThat(factor(recipe, step)).isCloseTo(expected, within(CLOSE));
  }

  private static ScheduleRecipe linear(Extent warmup, Extent until, double end) {
    return new ScheduleRecipe.Linear(warmup, Optional.of(until), end);
  }

  private static ScheduleRecipe cosine(Extent warmup, Extent until, double end) {
    return new ScheduleRecipe.Cosine(warmup, Optional.of(until), end);
  }

  @Property
  void constantRisesThenStays(
      @ForAll @IntRange(min = 1, max = 99_999) int step,
      @ForAll @IntRange(max = 9_999) int warmup,
      @ForAll @IntRange(max = 2) int unit) {
    ScheduleRecipe recipe =
        new ScheduleRecipe.Constant(in(Extent.Unit.values()[unit], 10L * warmup));
    assertFactor(recipe, step, warmup == 0 ? 1 : Math.min(1, step / (10.0 * warmup)));
  }

  @Property
  void inverseSquareRootHasItsPeakAfterTheWarmUp(
      @ForAll @IntRange(min = 1, max = 99_999) int step,
      @ForAll @IntRange(min = 1, max = 9_999) int warmup,
      @ForAll @IntRange(max = 2) int unit) {
    double w = 10.0 * warmup;
    assertFactor(
        new ScheduleRecipe.InverseSqrt(in(Extent.Unit.values()[unit], (long) w)),
        step,
        Math.min(step / w, Math.sqrt(w / step)));
    assertFactor(
        new ScheduleRecipe.InverseSqrt(in(Extent.Unit.values()[unit], 0)),
        step,
        1 / Math.sqrt(step));
  }

  @Property
  void noamIsThePapersFormula(
      @ForAll @IntRange(min = 1, max = 99_999) int step,
      @ForAll @IntRange(min = 1, max = 9_999) int warmup) {
    // Vaswani et al. 2017, equation 3.
    assertFactor(
        new ScheduleRecipe.Noam(512, Extent.steps(warmup)),
        step,
        Math.pow(512, -0.5) * Math.min(Math.pow(step, -0.5), step * Math.pow(warmup, -1.5)));
  }

  @Property
  void linearAndCosineFallWhateverTheUnits(
      @ForAll @IntRange(min = 1, max = 30_000) int step,
      @ForAll @IntRange(max = 500) int warmup,
      @ForAll @IntRange(min = 1, max = 900) int fall,
      @ForAll @DoubleRange(max = 0.9) double left,
      @ForAll @IntRange(max = 2) int warmupUnit,
      @ForAll @IntRange(max = 5) int endUnit) {
    // Hours need no fraction if steps are a multiple of 1200.
    long w = 1200L * warmup / 100 * 10;
    long until = 1200L * (w / 1200 + fall);
    Extent rise = in(Extent.Unit.values()[warmupUnit], w);
    Extent end = in(Extent.Unit.values()[endUnit], until);
    if (until <= w) {
      return;
    }
    double done = Math.min(1, (step - w) / (double) (until - w));
    double line = step < w ? step / (double) w : left + (1 - left) * (1 - done);
    double curve =
        step < w ? step / (double) w : left + (1 - left) * (1 + Math.cos(Math.PI * done)) / 2;
    assertFactor(linear(rise, end, left), step, line);
    assertFactor(cosine(rise, end, left), step, curve);
    ScheduleRecipe open = new ScheduleRecipe.Linear(rise, Optional.empty(), left);
    assertThat(factor(open, step, end)).isCloseTo(line, within(CLOSE));
    assertThat(factor(open, step, end, in(Extent.Unit.STEP, 3 * until)))
        .isCloseTo(line, within(CLOSE));
  }

  @Test
  void someValuesAreKnown() {
    assertFactor(new ScheduleRecipe.Constant(Extent.steps(4)), 3, 0.75);
    assertFactor(new ScheduleRecipe.InverseSqrt(Extent.steps(100)), 400, 0.5);
    assertFactor(new ScheduleRecipe.Noam(512, Extent.steps(4000)), 4000, 1 / Math.sqrt(2_048_000));
    ScheduleRecipe linear = linear(Extent.steps(10), Extent.steps(110), 0.2);
    assertFactor(linear, 5, 0.5);
    assertFactor(linear, 10, 1);
    assertFactor(linear, 60, 0.6);
    assertFactor(linear, 110, 0.2);
    assertFactor(linear, 5000, 0.2);
    ScheduleRecipe cosine = cosine(Extent.steps(10), Extent.steps(110), 0.1);
    assertFactor(cosine, 35, 0.1 + 0.9 * (1 + Math.sqrt(0.5)) / 2);
    assertFactor(cosine, 60, 0.55);
    assertFactor(cosine, 110, 0.1);
  }

  @Test
  void theFirstOfSeveralEndsIsTheOneThatCounts() {
    ScheduleRecipe open = new ScheduleRecipe.Linear(Extent.steps(0), Optional.empty(), 0);
    assertThat(factor(open, 20, Extent.steps(1000), Extent.parse("120 seconds"))).isEqualTo(0.5);
    assertThat(factor(open, 40, Extent.steps(1000), Extent.parse("120 seconds"))).isZero();
  }

  @Test
  void theEndMayComeBeforeTheWarmUpIsOver() {
    ScheduleRecipe recipe = linear(Extent.steps(100), Extent.parse("60 seconds"), 0);
    assertFactor(recipe, 50, 0.5);
    assertFactor(recipe, 100, 0);
  }

  @Test
  void aPlateauLowersTheRateOnceInAWhile() {
    Schedule schedule =
        Schedules.of(new ScheduleRecipe.Plateau(Extent.steps(10), 2, 0.5, 0.2), List.of());
    assertThat(schedule.factor(step(5))).isEqualTo(0.5);
    assertThat(schedule.factor(step(500))).isEqualTo(1);
    double scale = 1;
    double[] expected = {1, 1, 0.5, 0.5, 0.25, 0.25, 0.2, 0.2, 0.2};
    for (int stale = 0; stale < expected.length; stale++) {
      scale = schedule.afterValidation(scale, stale);
      assertThat(scale).as("%d without a better one", stale).isEqualTo(expected[stale]);
    }
    assertThat(schedule.afterValidation(0.25, 0)).isEqualTo(0.25);
    assertThat(Schedules.of(new ScheduleRecipe.Constant(Extent.steps(0)), List.of()))
        .satisfies(constant -> assertThat(constant.afterValidation(1, 100)).isEqualTo(1));
  }

  @Property
  void noneIsEverNegativeOrAboveItsPeak(@ForAll @IntRange(min = 1, max = 300) int step) {
    Extent rise = Extent.steps(7);
    for (ScheduleRecipe recipe :
        List.of(
            new ScheduleRecipe.Constant(rise),
            new ScheduleRecipe.InverseSqrt(rise),
            new ScheduleRecipe.Noam(1, rise),
            new ScheduleRecipe.Plateau(rise, 1, 0.5, 0),
            linear(rise, Extent.parse("7 epochs"), 0),
            cosine(rise, Extent.parse("210 seconds"), 0))) {
      assertThat(factor(recipe, step)).as("%s", recipe).isBetween(0.0, factor(recipe, 7));
    }
  }
}
