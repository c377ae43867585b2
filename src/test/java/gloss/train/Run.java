package gloss.train;

import static org.assertj.core.api.Assertions.assertThat;

import gloss.optim.Optimizers;
import gloss.recipe.AverageRecipe;
import gloss.recipe.Extent;
import gloss.recipe.KeepRecipe;
import gloss.recipe.Norm;
import gloss.recipe.OptimizerRecipe;
import gloss.recipe.Positions;
import gloss.recipe.Precision;
import gloss.recipe.RegularizerRecipe;
import gloss.recipe.ScheduleRecipe;
import gloss.recipe.Tie;
import gloss.recipe.TrainingRecipe;
import gloss.recipe.TransformerRecipe;
import gloss.recipe.ValidationRecipe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A network, its task and its state: what one run of a training needs. */
final class Run implements AutoCloseable {
  static final long SEED = 17;

  static TrainingRecipe recipe(int accumulate, String until, String every, int patience) {
    return new TrainingRecipe(
        SEED,
        accumulate,
        Precision.FP32,
        new OptimizerRecipe.AdamW(0.01, 0.9, 0.98, 1e-9, 0.01),
        new ScheduleRecipe.InverseSqrt(Extent.steps(3)),
        1.0,
        0,
        new RegularizerRecipe.None(),
        List.of(Extent.parse(until)),
        new ValidationRecipe(Extent.parse(every), "loss", patience),
        new AverageRecipe(0, 0, 0),
        new KeepRecipe(2, 0, Extent.parse("1 hour")));
  }

  final SequenceTask reverse;
  final TrainingState state;
  final List<String> heard = new ArrayList<>();
  private double loss = 100;

  Run(double dropout, int batchesInEpoch) {
    this(16, dropout, batchesInEpoch);
  }

  Run(int size, double dropout, int batchesInEpoch) {
    TransformerRecipe network =
        new TransformerRecipe(
            size,
            2,
            size,
            1,
            1,
            Norm.PRE,
            Positions.SINUSOIDAL,
            Tie.ALL,
            dropout,
            dropout,
            dropout);
    reverse = SequenceTask.reversing(network, SEED, batchesInEpoch);
    state =
        new TrainingState(
            reverse.network(),
            weights ->
                Optimizers.of(
                    recipe(1, "1 step", "1 step", 0).optimizer(), reverse.manager(), weights));
  }

  Stop train(
      TrainingRecipe recipe,
      Task<List<int[]>> task,
      BooleanSupplier interrupted,
      Observer... more) {
    Observer ear =
        new Observer() {
          @Override
          public void stepped(TrainingState s, StepReport report) {
            heard.add("step " + report.step() + " of epoch " + report.epoch());
          }

          @Override
          public void skipped(TrainingState s, StepReport report, String where) {
            heard.add("skipped " + report.step() + ": " + where);
          }

          @Override
          public void split(TrainingState s, StepReport report, String where) {
            heard.add("split " + report.step() + ": " + where);
          }

          @Override
          public void validated(TrainingState s, Validation validation, boolean best) {
            heard.add("validation at " + s.progress().step() + (best ? ", best" : ""));
          }

          @Override
          public void ended(TrainingState s, Stop stop) {
            heard.add("end");
          }
        };
    List<Observer> observers = new ArrayList<>(List.of(more));
    observers.add(ear);
    return new Trainer<>(recipe, task, observers).run(state, interrupted);
  }

  Stop train(TrainingRecipe recipe) {
    return train(recipe, new Quick(reverse), () -> false);
  }

  /** Trains until there are so many steps, as one who then presses Ctrl-C. */
  Stop trainTo(TrainingRecipe recipe, long steps) {
    return train(recipe, new Quick(reverse), () -> state.progress().step() >= steps);
  }

  Map<String, float[]> values() {
    Map<String, float[]> values = new LinkedHashMap<>();
    state.weights().forEach((name, array) -> values.put(name, array.toFloatArray()));
    state
        .optimizer()
        .state()
        .forEach((name, array) -> values.put("~" + name, array.toFloatArray()));
    return values;
  }

  /** The task with a validation that costs nothing, its loss worse each time after the second. */
  final class Quick extends TaskAround {
    Quick(Task<List<int[]>> task) {
      super(task);
    }

    @Override
    public Validation validate(Runnable mayStop) {
      loss += state.progress().step() > 2 ? 1 : -1;
      return new Validation(loss, Map.of(), List.of());
    }
  }

  @Override
  public void close() {
    state.close();
    reverse.close();
  }

  static void assertSame(Map<String, float[]> actual, Map<String, float[]> expected) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    actual.forEach((name, values) -> assertThat(values).as(name).isEqualTo(expected.get(name)));
  }
}
