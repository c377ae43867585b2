package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import gloss.yaml.Keyed;
import gloss.yaml.Named;

/**
 * The schedules: the factor f(t) of the optimizer's rate in step t = 1, 2, …; w is the warm-up, in
 * which f rises in a straight line to its highest value.
 */
@Keyed(otherwise = "inverse-sqrt")
public sealed interface ScheduleRecipe {
  /** Steps in which the rate rises. */
  int warmup();

  /** f(t) = min(t / w, √(w / t)); with w = 0, 1 / √t. */
  @Named("inverse-sqrt")
  record InverseSqrt(@Doc("steps in which the rate rises") @Default("400") int warmup)
      implements ScheduleRecipe {
    /** Fails for values out of range. */
    public InverseSqrt {
      Check.atLeast("warmup", warmup, 0);
    }
  }

  /** f(t) = min(t / w, 1). */
  @Named("constant")
  record Constant(@Doc("steps in which the rate rises") @Default("0") int warmup)
      implements ScheduleRecipe {
    /** Fails for values out of range. */
    public Constant {
      Check.atLeast("warmup", warmup, 0);
    }
  }

  /**
   * f(t) = size^−½ · min(t^−½, t · w^−1½), with the size of the network (Vaswani et al. 2017); the
   * rate of the optimizer is then a factor around 1.
   */
  @Named("noam")
  record Noam(
      @Doc("size of the network's layers") int size,
      @Doc("steps in which the rate rises") @Default("4000") int warmup)
      implements ScheduleRecipe {
    /** Fails for values out of range. */
    public Noam {
      Check.atLeast("size", size, 1);
      Check.atLeast("warmup", warmup, 1);
    }
  }

  /**
   * After the warm-up, in a straight line from 1 in step w to {@code end} in step {@code steps}.
   */
  @Named("linear")
  record Linear(
      @Doc("steps in which the rate rises") @Default("400") int warmup,
      @Doc("step in which the rate has fallen") int steps,
      @Doc("share of the rate that is left then") @Default("0.0") double end)
      implements ScheduleRecipe {
    /** Fails for values out of range. */
    public Linear {
      checkFall(warmup, steps, end);
    }
  }

  /**
   * After the warm-up, along half a cosine from 1 in step w to {@code end} in step {@code steps}
   * (Loshchilov and Hutter 2017).
   */
  @Named("cosine")
  record Cosine(
      @Doc("steps in which the rate rises") @Default("400") int warmup,
      @Doc("step in which the rate has fallen") int steps,
      @Doc("share of the rate that is left then") @Default("0.0") double end)
      implements ScheduleRecipe {
    /** Fails for values out of range. */
    public Cosine {
      checkFall(warmup, steps, end);
    }
  }

  private static void checkFall(int warmup, int steps, double end) {
    Check.atLeast("warmup", warmup, 0);
    Check.that(steps > warmup, "steps", "must be greater than warmup " + warmup + ", is " + steps);
    Check.share("end", end);
  }
}
