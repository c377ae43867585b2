package gloss.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import gloss.loss.LossSum;
import gloss.nn.Pass;
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
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loop: what a step is, when it ends, and that it goes on as if it had not ended. */
class TrainerTest {
  private static final long SEED = 17;

  private static TrainingRecipe recipe(int accumulate, String until, String every, int patience) {
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
        new KeepRecipe(2, 0));
  }

  /** A network, its task and its state: what one run of a training needs. */
  private static final class Run implements AutoCloseable {
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

    Stop train(TrainingRecipe recipe, Task<List<int[]>> task, BooleanSupplier interrupted) {
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
            public void validated(TrainingState s, Validation validation, boolean best) {
              heard.add("validation at " + s.progress().step() + (best ? ", best" : ""));
            }

            @Override
            public void ended(TrainingState s, Stop stop) {
              heard.add("end");
            }
          };
      return new Trainer<>(recipe, task, List.of(ear)).run(state, interrupted);
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
      public Validation validate() {
        loss += state.progress().step() > 2 ? 1 : -1;
        return new Validation(loss, Map.of(), List.of());
      }
    }

    @Override
    public void close() {
      state.close();
      reverse.close();
    }
  }

  private static void assertSame(Map<String, float[]> actual, Map<String, float[]> expected) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    actual.forEach((name, values) -> assertThat(values).as(name).isEqualTo(expected.get(name)));
  }

  @Test
  void trainingTwiceAsLongEqualsTrainingAndResuming(@TempDir Path folder) throws IOException {
    TrainingRecipe recipe = recipe(2, "2 epochs", "1 epoch", 0);
    // 5 batches, 2 a step: an epoch has 3 steps, the last of a single batch.
    Map<String, float[]> expected;
    Progress progress;
    try (Run whole = new Run(0.3, 5)) {
      whole.train(recipe);
      expected = whole.values();
      progress = whole.state.progress().at(0);
    }
    for (int cut : new int[] {1, 3, 5}) {
      Path file = folder.resolve("cut-" + cut);
      try (Run first = new Run(0.3, 5)) {
        Stop stop = first.trainTo(recipe, cut);
        assertThat(stop.complete()).isFalse();
        Checkpoint.write(file, first.state, Map.of("data", "1"));
      }
      try (Run second = new Run(0.3, 5)) {
        Checkpoint.restore(file, Safetensors.read(file), second.state, Map.of("data", "1"));
        assertThat(second.state.progress().step()).isEqualTo(cut);
        Stop stop = second.train(recipe);
        assertThat(stop.complete()).isTrue();
        assertSame(second.values(), expected);
        assertThat(second.state.progress().step()).isEqualTo(progress.step());
        assertThat(second.state.progress().epoch()).isEqualTo(progress.epoch());
      }
    }
  }

  @Test
  void accumulatedBatchesEqualOneLargeBatch() {
    Map<String, float[]> accumulated;
    Map<String, float[]> large;
    try (Run run = new Run(0, 3)) {
      run.train(recipe(3, "1 step", "100 steps", 0));
      accumulated = run.values();
    }
    try (Run run = new Run(0, 3)) {
      Task<List<int[]>> joined =
          new TaskAround(run.new Quick(run.reverse)) {
            @Override
            public Iterator<List<int[]>> batches(int epoch, int skip) {
              List<int[]> all = new ArrayList<>();
              super.batches(epoch, skip).forEachRemaining(all::addAll);
              return List.of(all).iterator();
            }
          };
      run.train(recipe(1, "1 step", "100 steps", 0), joined, () -> false);
      large = run.values();
    }
    // After one step Adam's mean is (1 − β₁) times the gradient.
    accumulated.forEach(
        (name, values) -> {
          if (name.startsWith("~mean.")) {
            assertThat(values).usingComparatorWithPrecision(1e-5f).containsExactly(large.get(name));
            assertThat(values).as(name).isNotEqualTo(new float[values.length]);
          }
        });
  }

  @Test
  void aGradientThatIsNotFiniteChangesNothingButTheCount() {
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
      try (Run run = new Run(0, 4)) {
        run.trainTo(recipe(1, "9 steps", "100 steps", 0), 1);
        Map<String, float[]> before = run.values();
        Task<List<int[]>> poisoned =
            new TaskAround(run.new Quick(run.reverse)) {
              @Override
              public LossSum loss(Pass pass, NDManager manager, List<int[]> batch) {
                LossSum loss = super.loss(pass, manager, batch);
                NDArray factor = manager.create(run.state.progress().step() == 1 ? bad : 1);
                return new LossSum(loss.sum().mul(factor), loss.plain(), loss.count());
              }
            };
        TrainingRecipe recipe = recipe(1, "9 steps", "100 steps", 0);
        run.train(recipe, poisoned, () -> run.state.progress().step() >= 2);
        assertSame(run.values(), before);
        assertThat(run.state.progress().skipped()).isEqualTo(1);
        assertThat(run.state.progress().step()).isEqualTo(2);
        assertThat(run.heard).contains("skipped 2: 40 sequences", "step 2 of epoch 1");
        run.train(recipe, poisoned, () -> run.state.progress().step() >= 3);
        assertThat(run.state.progress().skipped()).isEqualTo(1);
        for (Map.Entry<String, float[]> after : run.values().entrySet()) {
          assertThat(after.getValue()).doesNotContain(Float.NaN, Float.POSITIVE_INFINITY);
          assertThat(Arrays.equals(after.getValue(), before.get(after.getKey()))).isFalse();
        }
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameWeights() {
    Map<String, float[]> first;
    try (Run run = new Run(0.2, 3)) {
      run.train(recipe(1, "3 steps", "100 steps", 0));
      first = run.values();
    }
    try (Run run = new Run(0.2, 3)) {
      run.train(recipe(1, "3 steps", "100 steps", 0));
      assertSame(run.values(), first);
    }
  }

  @Test
  void stepsValidationsAndEpochsComeInOrder() {
    try (Run run = new Run(0, 2)) {
      Stop stop = run.train(recipe(1, "2 epochs", "3 steps", 0));
      assertThat(stop).isEqualTo(new Stop(true, "trained for 2 epochs"));
      assertThat(run.heard)
          .containsExactly(
              "step 1 of epoch 1",
              "step 2 of epoch 1",
              "step 3 of epoch 2",
              "validation at 3, best",
              "step 4 of epoch 2",
              "validation at 4",
              "end");
      assertThat(run.state.progress().epoch()).isEqualTo(3);
    }
  }

  @Test
  void validationsWithoutABetterOneEndTheTraining() {
    try (Run run = new Run(0, 2)) {
      Stop stop = run.train(recipe(1, "100 steps", "1 step", 2));
      assertThat(stop).isEqualTo(new Stop(true, "no better in 2 validations"));
      assertThat(run.state.progress().step()).isEqualTo(4);
      assertThat(run.state.progress().best().step()).isEqualTo(2);
    }
  }

  @Test
  void aFinishedTrainingStaysFinished() {
    for (TrainingRecipe recipe :
        List.of(recipe(1, "3 steps", "2 steps", 0), recipe(1, "99 steps", "1 step", 1))) {
      try (Run run = new Run(0, 2)) {
        assertThat(run.train(recipe).complete()).isTrue();
        Map<String, float[]> before = run.values();
        Progress progress = run.state.progress();
        run.heard.clear();
        assertThat(run.train(recipe).complete()).isTrue();
        assertThat(run.heard).containsExactly("end");
        assertThat(run.state.progress()).isEqualTo(progress);
        assertSame(run.values(), before);
      }
    }
  }

  @Test
  void anEpochThatHasFewerBatchesThanWereDoneIsOver() {
    try (Run run = new Run(0, 4)) {
      TrainingRecipe recipe = recipe(1, "2 epochs", "100 steps", 0);
      run.trainTo(recipe, 3);
      Task<List<int[]>> larger =
          new TaskAround(run.new Quick(run.reverse)) {
            @Override
            public Iterator<List<int[]>> batches(int epoch, int skip) {
              List<List<int[]>> all = new ArrayList<>();
              super.batches(epoch, 0).forEachRemaining(all::add);
              return all.subList(Math.min(skip, 2), 2).iterator();
            }
          };
      assertThat(run.train(recipe, larger, () -> false).complete()).isTrue();
      assertThat(run.state.progress().step()).isEqualTo(5);
    }
  }

  @Test
  void aTaskWithoutBatchesIsAMistakeAndNoEndlessLoop() {
    try (Run run = new Run(0, 1)) {
      Task<List<int[]>> empty =
          new TaskAround(run.reverse) {
            @Override
            public Iterator<List<int[]>> batches(int epoch, int skip) {
              return Collections.emptyIterator();
            }
          };
      assertThatThrownBy(() -> run.train(recipe(1, "1 step", "1 step", 0), empty, () -> false))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void anInterruptionEndsAfterTheStepUnderWay() {
    try (Run run = new Run(0, 4)) {
      Stop stop = run.train(recipe(1, "9 steps", "1 epoch", 0), run.reverse, () -> true);
      assertThat(stop).isEqualTo(new Stop(false, "interrupted"));
      assertThat(run.heard).containsExactly("step 1 of epoch 1", "end");
    }
  }

  @Test
  void theFirstLossIsThatOfAGuess() {
    try (Run run = new Run(0, 1)) {
      double[] loss = {0};
      Observer watch =
          new Observer() {
            @Override
            public void stepped(TrainingState s, StepReport report) {
              loss[0] = report.plain() / report.count();
              assertThat(report.rate()).isCloseTo(0.01 / 3, within(1e-12));
              assertThat(report.norm()).isPositive();
            }
          };
      new Trainer<>(recipe(1, "1 step", "9 steps", 0), run.new Quick(run.reverse), List.of(watch))
          .run(run.state, () -> false);
      // 16 words; random weights do no better than chance, and not much worse.
      assertThat(loss[0]).isBetween(0.8 * Math.log(16), 2 * Math.log(16));
    }
  }
}
