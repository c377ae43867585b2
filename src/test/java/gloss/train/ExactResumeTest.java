package gloss.train;

import static org.assertj.core.api.Assertions.assertThat;

import gloss.optim.MovingAverage;
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
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Averages, plateaus and time budgets: what a resumed training does is what one run would. */
class ExactResumeTest {
  private static final ScheduleRecipe PLATEAU =
      new ScheduleRecipe.Plateau(new Extent(1, Extent.Unit.EPOCH), 1, 0.5, 0);
  private static final ScheduleRecipe FALL =
      new ScheduleRecipe.Linear(Extent.parse("300 tokens"), Optional.empty(), 0);

  @TempDir private Path folder;

  private static TrainingRecipe recipe(ScheduleRecipe schedule, String until, double ema) {
    return new TrainingRecipe(
        5,
        2,
        Precision.FP32,
        new OptimizerRecipe.AdamW(0.01, 0.9, 0.98, 1e-9, 0.01),
        schedule,
        1.0,
        0,
        new RegularizerRecipe.None(),
        List.of(Extent.parse(until)),
        new ValidationRecipe(Extent.parse("3 steps"), "loss", 0),
        new AverageRecipe(ema, 0, 0),
        new KeepRecipe(1, 0, Extent.parse("1 hour")));
  }

  /** One run; a step takes 7 seconds and a validation 2. */
  private static final class Run implements AutoCloseable {
    final TrainingRecipe recipe;
    final SequenceTask task =
        SequenceTask.reversing(
            new TransformerRecipe(
                16, 2, 16, 1, 1, Norm.PRE, Positions.SINUSOIDAL, Tie.ALL, 0.2, 0, 0),
            5,
            5);
    final TrainingState state;
    final List<Double> rates = new ArrayList<>();
    final List<Map<String, float[]>> validated = new ArrayList<>();
    private long seconds;

    Run(TrainingRecipe recipe) {
      this.recipe = recipe;
      state =
          new TrainingState(
              task.network(),
              weights -> Optimizers.of(recipe.optimizer(), task.manager(), weights),
              weights -> MovingAverage.of(recipe.average(), task.manager(), weights));
    }

    /** Trains to the end, or for so many steps. */
    Stop train(long steps) {
      Observer watch =
          new Observer() {
            @Override
            public void stepped(TrainingState s, StepReport report) {
              rates.add(report.rate());
            }

            @Override
            public void validated(TrainingState s, Validation validation, boolean best) {
              assertThat(values(s.model())).usingRecursiveComparison().isEqualTo(last());
            }
          };
      Task<List<int[]>> timed =
          new TaskAround(task) {
            @Override
            public double share(List<int[]> batch) {
              seconds += 3;
              return super.share(batch);
            }

            @Override
            public Validation validate(Runnable mayStop) {
              seconds += 2;
              validated.add(values(state.weights()));
              // Better in the first epoch alone.
              return new Validation(Math.max(9 - state.progress().step(), 6), Map.of(), List.of());
            }
          };
      return new Trainer<>(recipe, timed, List.of(watch), () -> seconds * 1_000_000_000L)
          .run(state, () -> state.progress().step() >= steps);
    }

    private Map<String, float[]> last() {
      return validated.get(validated.size() - 1);
    }

    static Map<String, float[]> values(Map<String, ai.djl.ndarray.NDArray> arrays) {
      Map<String, float[]> values = new LinkedHashMap<>();
      arrays.forEach((name, array) -> values.put(name, array.toFloatArray()));
      return values;
    }

    @Override
    public void close() {
      state.close();
      task.close();
    }
  }

  private void assertResumesExactly(TrainingRecipe recipe) throws IOException {
    Path whole = folder.resolve("whole");
    List<Double> rates;
    try (Run run = new Run(recipe)) {
      assertThat(run.train(Long.MAX_VALUE).complete()).isTrue();
      Checkpoint.write(whole, run.state, Map.of());
      rates = run.rates;
    }
    for (int cut : new int[] {1, 3, 8}) {
      Path file = folder.resolve("cut");
      try (Run first = new Run(recipe)) {
        assertThat(first.train(cut).complete()).isFalse();
        Checkpoint.write(file, first.state, Map.of());
        assertThat(first.rates).isEqualTo(rates.subList(0, cut));
      }
      try (Run second = new Run(recipe)) {
        Checkpoint.restore(file, Safetensors.read(file), second.state, Map.of());
        assertThat(second.train(Long.MAX_VALUE).complete()).isTrue();
        assertThat(second.rates).isEqualTo(rates.subList(cut, rates.size()));
        Path again = folder.resolve("again");
        Checkpoint.write(again, second.state, Map.of());
        assertThat(again).hasSameBinaryContentAs(whole);
      }
    }
  }

  @Test
  void aMovingAverageGoesOn() throws IOException {
    assertResumesExactly(recipe(FALL, "12 steps", 0.9));
  }

  @Test
  void aPlateauGoesOn() throws IOException {
    TrainingRecipe recipe = recipe(PLATEAU, "15 steps", 0);
    assertResumesExactly(recipe);
    try (Run run = new Run(recipe)) {
      run.train(Long.MAX_VALUE);
      // Warm-up over the 3 steps of an epoch; validations after 3, 6, … steps, best after 3.
      assertThat(
              run.rates.subList(2, 15).stream()
                  .map(rate -> Math.round(1000 * rate / 0.01) / 1000.0)
                  .toList())
          .containsExactly(
              1.0, 1.0, 1.0, 1.0, 0.5, 0.5, 0.5, 0.25, 0.25, 0.25, 0.125, 0.125, 0.125);
    }
  }

  @Test
  void aTimeGivenGoesOnAndIsKept() throws IOException {
    TrainingRecipe recipe = recipe(FALL, "70 seconds", 0.9);
    assertResumesExactly(recipe);
    try (Run run = new Run(recipe)) {
      Stop stop = run.train(Long.MAX_VALUE);
      assertThat(stop).isEqualTo(new Stop(true, "trained for 70 seconds"));
      assertThat(run.state.progress().seconds()).isBetween(66.0, 74.0);
      double last = run.rates.get(run.rates.size() - 1);
      assertThat(last).isLessThan(0.2 * 0.01);
      assertThat(run.state.progress().reserve()).isEqualTo(2);
    }
  }

  @Test
  void withoutValidationsOneIsMadeHalfWayToKnowHowLongItTakes() {
    TrainingRecipe recipe = recipe(FALL, "70 seconds", 0);
    TrainingRecipe seldom =
        new TrainingRecipe(
            5,
            1,
            Precision.FP32,
            recipe.optimizer(),
            FALL,
            1,
            0,
            new RegularizerRecipe.None(),
            recipe.until(),
            new ValidationRecipe(Extent.parse("99 epochs"), "loss", 0),
            recipe.average(),
            recipe.keep());
    try (Run run = new Run(seldom)) {
      run.train(Long.MAX_VALUE);
      assertThat(run.validated).hasSize(2);
    }
  }

  @Test
  void whatIsTriedAtTheEndChangesTheBestAndNotTheTraining() {
    try (Run run = new Run(recipe(FALL, "3 steps", 0))) {
      Map<String, Safetensors.Entry> zeros = new LinkedHashMap<>();
      Safetensors.entries(run.state.weights())
          .forEach(
              (name, own) ->
                  zeros.put(
                      name, new Safetensors.Entry(own.shape(), new float[own.values().length])));
      List<String> heard = new ArrayList<>();
      List<Map<String, float[]>> left = new ArrayList<>();
      Observer keeper =
          new Observer() {
            @Override
            public List<Candidate> candidates(TrainingState state) {
              left.add(Run.values(state.weights()));
              return List.of(new Candidate("zeros", zeros), new Candidate("again", zeros));
            }

            @Override
            public void tried(TrainingState s, Candidate c, Validation validation, boolean best) {
              heard.add(c.name() + (best ? " are best" : ""));
              Run.values(s.weights())
                  .values()
                  .forEach(values -> assertThat(values).containsOnly(0));
            }

            @Override
            public void ended(TrainingState state, Stop stop) {
              heard.add("end");
            }
          };
      double[] loss = {3};
      Task<List<int[]>> better =
          new TaskAround(run.task) {
            @Override
            public Validation validate(Runnable mayStop) {
              loss[0] = Math.max(1, loss[0] - 1);
              return new Validation(loss[0], Map.of(), List.of());
            }
          };
      new Trainer<>(run.recipe, better, List.of(keeper)).run(run.state, () -> false);
      assertThat(heard).containsExactly("zeros are best", "again", "end");
      assertThat(run.state.progress().best()).isEqualTo(new Progress.Best(3, 1));
      assertThat(run.state.progress().latest()).isEqualTo(new Progress.Best(3, 2));
      assertThat(Run.values(run.state.weights())).usingRecursiveComparison().isEqualTo(left.get(0));
    }
  }

  @Test
  void anAverageMayBeginAndEndWithAResume() throws IOException {
    Path file = folder.resolve("file");
    try (Run run = new Run(recipe(FALL, "9 steps", 0))) {
      run.train(2);
      Checkpoint.write(file, run.state, Map.of());
    }
    try (Run run = new Run(recipe(FALL, "9 steps", 0.9))) {
      Checkpoint.restore(file, Safetensors.read(file), run.state, Map.of());
      assertThat(Run.values(run.state.model()))
          .usingRecursiveComparison()
          .isEqualTo(Run.values(run.state.weights()));
      run.train(3);
      String name = run.state.weights().keySet().iterator().next();
      assertThat(Run.values(run.state.model()).get(name))
          .isNotEqualTo(Run.values(run.state.weights()).get(name));
      Checkpoint.write(file, run.state, Map.of());
    }
    try (Run run = new Run(recipe(FALL, "9 steps", 0))) {
      Checkpoint.restore(file, Safetensors.read(file), run.state, Map.of());
      assertThat(run.state.model()).isSameAs(run.state.weights());
      assertThat(run.state.progress().step()).isEqualTo(3);
    }
  }
}
