package gloss.train;

import static gloss.train.Run.assertSame;
import static gloss.train.Run.recipe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import gloss.loss.LossSum;
import gloss.nn.Pass;
import gloss.recipe.TrainingRecipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can go wrong in the loop: losses that are not finite, too little memory, interruptions. */
class MishapsTest {
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

  /** The loss of the batches done at some steps is not finite. */
  private static final class Poisoned extends TaskAround {
    private final Run run;
    private final List<Long> steps;

    Poisoned(Run run, Long... steps) {
      super(run.new Quick(run.reverse));
      this.run = run;
      this.steps = List.of(steps);
    }

    @Override
    public LossSum loss(Pass pass, NDManager manager, List<int[]> batch) {
      LossSum loss = super.loss(pass, manager, batch);
      boolean bad = steps.contains(run.state.progress().step() + 1);
      return new LossSum(loss.sum(), bad ? Double.POSITIVE_INFINITY : loss.plain(), loss.count());
    }

    @Override
    public String describe(List<int[]> batch) {
      return "lines of step " + run.state.progress().step();
    }
  }

  @Test
  void aLossThatIsNotFiniteIsLeftOutThoughItsGradientIsFinite() {
    try (Run run = new Run(0, 4)) {
      TrainingRecipe recipe = recipe(1, "9 steps", "100 steps", 0);
      run.trainTo(recipe, 1);
      Map<String, float[]> before = run.values();
      run.train(recipe, new Poisoned(run, 2L), () -> run.state.progress().step() >= 2);
      assertSame(run.values(), before);
      assertThat(run.state.progress().skipped()).isEqualTo(1);
    }
  }

  @Test
  void threeStepsInARowThatAreNotFiniteEndTheTrainingAndNameTheLines() {
    try (Run run = new Run(0, 4)) {
      Poisoned task = new Poisoned(run, 2L, 3L, 5L, 6L, 7L);
      assertThatThrownBy(() -> run.train(recipe(1, "20 steps", "100 steps", 0), task, () -> false))
          .isInstanceOf(TrainingException.class)
          .message()
          .contains("step 5: lines of step 5", "step 6: ", "step 7: lines of step 7", "checkpoint")
          .doesNotContain("step 2", "step 3", "\n");
      assertThat(run.state.progress().step()).isEqualTo(7);
      assertThat(run.state.progress().skipped()).isEqualTo(5);
      assertThat(run.heard).doesNotContain("end");
    }
  }

  @Test
  void theThreeStepsMayBeDividedByAResume(@TempDir Path folder) throws IOException {
    TrainingRecipe recipe = recipe(1, "20 steps", "100 steps", 0);
    Path file = folder.resolve("checkpoint");
    try (Run run = new Run(0, 4)) {
      Task<List<int[]>> task = new Poisoned(run, 3L, 4L);
      run.train(recipe, task, () -> run.state.progress().step() >= 4);
      Checkpoint.write(file, run.state, Map.of());
    }
    try (Run run = new Run(0, 4)) {
      Checkpoint.restore(file, Safetensors.read(file), run.state, Map.of());
      assertThatThrownBy(() -> run.train(recipe, new Poisoned(run, 5L), () -> false))
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("step 5: ");
    }
  }

  /**
   * Batches of more than so many sequences do not fit; the failure comes before or after backward.
   */
  private static final class Cramped extends TaskAround {
    private final int most;
    private final Supplier<Throwable> failure;

    Cramped(Run run, int most, Supplier<Throwable> failure) {
      super(run.new Quick(run.reverse));
      this.most = most;
      this.failure = failure;
    }

    @Override
    public LossSum loss(Pass pass, NDManager manager, List<int[]> batch) {
      LossSum loss = super.loss(pass, manager, batch);
      if (batch.size() <= most) {
        return loss;
      }
      Throwable thrown = failure.get();
      if (thrown instanceof Error error) {
        throw error;
      } else if (thrown instanceof RuntimeException exception) {
        throw exception;
      }
      throw new AssertionError(thrown);
    }
  }

  private static Throwable failure(String kind) {
    return switch (kind) {
      case "native" ->
          new EngineException(
              "[enforce fail at alloc_cpu.cpp:117] err == 0. DefaultCPUAllocator: can't allocate"
                  + " memory: you tried to allocate 10230727680 bytes. Error code 12 (Cannot"
                  + " allocate memory)");
      case "wrapped" -> new IllegalStateException(new EngineException("std::bad_alloc"));
      case "cuda" -> new EngineException("CUDA out of memory. Tried to allocate 2.00 GiB");
      default -> new OutOfMemoryError("Java heap space");
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"native", "wrapped", "cuda", "heap"})
  void aBatchThatDoesNotFitIsSplitAndTheGradientStaysTheSame(String kind) {
    Map<String, float[]> whole;
    Map<String, float[]> parts;
    TrainingRecipe recipe = recipe(2, "1 step", "100 steps", 0);
    try (Run run = new Run(0, 2)) {
      run.train(recipe);
      whole = run.values();
    }
    try (Run run = new Run(0, 2)) {
      run.train(recipe, new Cramped(run, 12, () -> failure(kind)), () -> false);
      parts = run.values();
      assertThat(run.heard)
          .containsExactly(
              "split 1: 40 sequences",
              "split 1: 20 sequences",
              "split 1: 20 sequences",
              "split 1: 40 sequences",
              "split 1: 20 sequences",
              "split 1: 20 sequences",
              "step 1 of epoch 1",
              "validation at 1, best",
              "end");
      assertThat(run.state.progress().position()).isZero();
      assertThat(run.state.progress().epoch()).isEqualTo(2);
    }
    // After one step Adam's mean is (1 − β₁) times the gradient.
    parts.forEach(
        (name, values) -> {
          if (name.startsWith("~mean.")) {
            assertThat(values).usingComparatorWithPrecision(1e-6f).containsExactly(whole.get(name));
            assertThat(values).as(name).isNotEqualTo(new float[values.length]);
          }
        });
  }

  @Test
  void oneExampleThatDoesNotFitEndsTheTraining() {
    try (Run run = new Run(0, 2)) {
      Task<List<int[]>> task = new Cramped(run, 0, () -> failure("native"));
      assertThatThrownBy(() -> run.train(recipe(1, "1 step", "1 step", 0), task, () -> false))
          .isInstanceOf(TrainingException.class)
          .hasMessageContaining("1 sequences")
          .hasMessageContaining("batch.max-length")
          .hasCauseInstanceOf(EngineException.class);
    }
  }

  @Test
  void otherFailuresAreNotTakenForTooLittleMemory() {
    try (Run run = new Run(0, 2)) {
      Task<List<int[]>> task =
          new Cramped(
              run, 0, () -> new EngineException("mat1 and mat2 shapes cannot be multiplied"));
      assertThatThrownBy(() -> run.train(recipe(1, "1 step", "1 step", 0), task, () -> false))
          .isInstanceOf(EngineException.class);
      assertThat(run.heard).isEmpty();
    }
  }

  @Test
  void aValidationThatIsAbandonedIsDoneAgainOnResume(@TempDir Path folder) throws IOException {
    for (TrainingRecipe recipe :
        List.of(recipe(1, "4 steps", "2 steps", 0), recipe(1, "2 steps", "100 steps", 0))) {
      List<String> whole;
      try (Run run = new Run(0.3, 3)) {
        run.train(recipe);
        whole = run.heard;
      }
      List<String> heard = new ArrayList<>();
      Path file = folder.resolve("checkpoint");
      try (Run run = new Run(0.3, 3)) {
        boolean[] interrupted = {false};
        Task<List<int[]>> task =
            new TaskAround(run.new Quick(run.reverse)) {
              @Override
              public Validation validate(Runnable mayStop) {
                mayStop.run();
                interrupted[0] = true;
                mayStop.run();
                throw new AssertionError("goes on");
              }
            };
        assertThat(run.train(recipe, task, () -> interrupted[0]))
            .isEqualTo(new Stop(false, "interrupted"));
        assertThat(run.state.progress().step()).isEqualTo(2);
        assertThat(run.state.progress().best().step()).isZero();
        Checkpoint.write(file, run.state, Map.of());
        assertThat(run.heard.remove(run.heard.size() - 1)).isEqualTo("end");
        heard.addAll(run.heard);
      }
      try (Run run = new Run(0.3, 3)) {
        Checkpoint.restore(file, Safetensors.read(file), run.state, Map.of());
        assertThat(run.train(recipe).complete()).isTrue();
        heard.addAll(run.heard);
      }
      assertThat(heard).isEqualTo(whole);
    }
  }

  @Test
  void aCheckpointWrittenInAnyStepGoesOnAlike(@TempDir Path folder) throws IOException {
    // 5 batches, 2 a step; validations at the ends of epochs: every kind of step is among them.
    TrainingRecipe recipe = recipe(2, "3 epochs", "1 epoch", 0);
    Map<String, float[]> expected;
    List<String> heard;
    try (Run run = new Run(0.3, 5)) {
      Observer writer =
          new Observer() {
            @Override
            public void stepped(TrainingState state, StepReport report) {
              try {
                Checkpoint.write(folder.resolve("at-" + report.step()), state, Map.of());
              } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            }
          };
      run.train(recipe, run.new Quick(run.reverse), () -> false, writer);
      expected = run.values();
      heard = run.heard;
    }
    for (int step = 1; step <= 9; step++) {
      Path file = folder.resolve("at-" + step);
      try (Run run = new Run(0.3, 5)) {
        Checkpoint.restore(file, Safetensors.read(file), run.state, Map.of());
        run.train(recipe);
        assertSame(run.values(), expected);
        int from = heard.indexOf("step " + step + " of epoch " + (1 + (step - 1) / 3)) + 1;
        List<String> rest = heard.subList(from, heard.size());
        assertThat(withoutBest(run.heard)).isEqualTo(withoutBest(rest));
      }
    }
  }

  /** The losses of {@code Quick} depend on how many validations a run had. */
  private static List<String> withoutBest(List<String> heard) {
    return heard.stream().map(line -> line.replace(", best", "")).toList();
  }

  @Test
  void aCancellationThatNobodyAskedForIsNoInterruption() {
    try (Run run = new Run(0, 2)) {
      Task<List<int[]>> task =
          new TaskAround(run.reverse) {
            @Override
            public Validation validate(Runnable mayStop) {
              throw new CancellationException("of something else");
            }
          };
      assertThatThrownBy(() -> run.train(recipe(1, "1 step", "1 step", 0), task, () -> false))
          .isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void averagesThatAnInterruptionKeptFromBeingTriedAreTriedOnResume() {
    TrainingRecipe recipe = recipe(1, "2 steps", "100 steps", 0);
    try (Run run = new Run(0, 3)) {
      Observer averaging =
          new Observer() {
            @Override
            public List<Candidate> candidates(TrainingState state) {
              return List.of(new Candidate("mean", Safetensors.entries(state.weights())));
            }
          };
      boolean[] interrupted = {false};
      int[] validations = {0};
      Task<List<int[]>> task =
          new TaskAround(run.reverse) {
            @Override
            public Validation validate(Runnable mayStop) {
              validations[0]++;
              interrupted[0] = validations[0] == 2;
              mayStop.run();
              return new Validation(validations[0], Map.of(), List.of());
            }
          };
      assertThat(run.train(recipe, task, () -> interrupted[0], averaging))
          .isEqualTo(new Stop(false, "interrupted"));
      Map<String, float[]> before = run.values();
      interrupted[0] = false;
      assertThat(run.train(recipe, task, () -> interrupted[0], averaging).complete()).isTrue();
      assertThat(validations[0]).isEqualTo(3);
      assertSame(run.values(), before);
    }
  }
}
