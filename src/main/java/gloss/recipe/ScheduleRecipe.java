package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import gloss.yaml.Keyed;
import gloss.yaml.Named;
import java.util.List;
import java.util.Optional;

/**
 * The schedules: the factor f of the optimizer's rate. Training is counted in the unit in which the
 * schedule is written: x is how much there has been when the step to be made is done, w the
 * warm-up, in which f rises in a straight line to its highest value.
 *
 * <p>Where warm-up and end are in different units, w is taken to be the same share of x in both: of
 * a warm-up of 800 steps after 1600 steps and 10 minutes, 5 minutes.
 */
@Keyed(otherwise = "inverse-sqrt")
public sealed interface ScheduleRecipe {
  /** Stretch in which the rate rises. */
  Extent warmup();

  /** The same, but if it has an end of its own, that becomes the end of training. */
  default ScheduleRecipe untilTrainingEnds() {
    return this;
  }

  /** f = min(x / w, √(w / x)); with w = 0, 1 / √x in steps. */
  @Named("inverse-sqrt")
  record InverseSqrt(
      @Doc("steps, epochs or tokens in which the rate rises") @Default("400 steps") Extent warmup)
      implements ScheduleRecipe {
    /** Fails for values out of range. */
    public InverseSqrt {
      checkWarmup(warmup);
    }
  }

  /** f = min(x / w, 1). */
  @Named("constant")
  record Constant(
      @Doc("steps, epochs or tokens in which the rate rises") @Default("0 steps") Extent warmup)
      implements ScheduleRecipe {
    /** Fails for values out of range. */
    public Constant {
      checkWarmup(warmup);
    }
  }

  /**
   * f = size^−½ · min(x^−½, x · w^−1½) with x and w in steps and the size of the network (Vaswani
   * et al. 2017); the rate of the optimizer is then a factor around 1.
   */
  @Named("noam")
  record Noam(
      @Doc("size of the network's layers") int size,
      @Doc("steps in which the rate rises") @Default("4000 steps") Extent warmup)
      implements ScheduleRecipe {
    /** Fails for values out of range. */
    public Noam {
      Check.atLeast("size", size, 1);
      Check.that(
          warmup.unit() == Extent.Unit.STEP,
          "warmup",
          "must be in steps, as the formula is, is " + warmup);
      warmup.checkPositive("warmup");
    }
  }

  /** After the warm-up, in a straight line from 1 to {@code end} at {@code until}. */
  @Named("linear")
  record Linear(
      @Doc("steps, epochs or tokens in which the rate rises") @Default("400 steps") Extent warmup,
      @Doc("when the rate has fallen; without it, when training ends") Optional<Extent> until,
      @Doc("share of the rate that is left then") @Default("0.0") double end)
      implements ScheduleRecipe {
    /** Fails for values out of range. */
    public Linear {
      checkFall(warmup, until, end);
    }

    @Override
    public ScheduleRecipe untilTrainingEnds() {
      return new Linear(warmup, Optional.empty(), end);
    }
  }

  /**
   * After the warm-up, along half a cosine from 1 to {@code end} at {@code until} (Loshchilov and
   * Hutter 2017).
   */
  @Named("cosine")
  record Cosine(
      @Doc("steps, epochs or tokens in which the rate rises") @Default("400 steps") Extent warmup,
      @Doc("when the rate has fallen; without it, when training ends") Optional<Extent> until,
      @Doc("share of the rate that is left then") @Default("0.0") double end)
      implements ScheduleRecipe {
    /** Fails for values out of range. */
    public Cosine {
      checkFall(warmup, until, end);
    }

    @Override
    public ScheduleRecipe untilTrainingEnds() {
      return new Cosine(warmup, Optional.empty(), end);
    }
  }

  /**
   * f = min(x / w, 1), times {@code factor} whenever the metric of validation has not become better
   * {@code patience} times in a row, down to {@code minimum}.
   */
  @Named("plateau")
  record Plateau(
      @Doc("steps, epochs or tokens in which the rate rises") @Default("400 steps") Extent warmup,
      @Doc("validations without a better one after which the rate falls") @Default("3")
          int patience,
      @Doc("what the rate is multiplied with then") @Default("0.5") double factor,
      @Doc("share of the rate that is always left") @Default("0.01") double minimum)
      implements ScheduleRecipe {
    /** Fails for values out of range. */
    public Plateau {
      checkWarmup(warmup);
      Check.atLeast("patience", patience, 1);
      Check.positive("factor", factor);
      Check.share("factor", factor);
      Check.share("minimum", minimum);
    }
  }

  private static void checkWarmup(Extent warmup) {
    Check.that(
        !warmup.unit().isTime(), "warmup", "must be in steps, epochs or tokens, is " + warmup);
  }

  private static void checkFall(Extent warmup, Optional<Extent> until, double end) {
    checkWarmup(warmup);
    for (Extent to : until.map(List::of).orElse(List.of())) {
      to.checkPositive("until");
      Check.that(
          to.unit() != warmup.unit() || to.count() > warmup.count(),
          "until",
          "must be after the warmup of " + warmup + ", is " + to);
    }
    Check.share("end", end);
  }
}
