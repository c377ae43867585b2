package gloss.train;

import static gloss.train.Run.assertSame;
import static gloss.train.Run.recipe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gloss.recipe.TrainingRecipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The loop: what a step is, when it ends, and that it goes on as if it had not ended. */
class TrainerTest {
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
      Stop stop =
          run.train(recipe(1, "9 steps", "1 epoch", 0), run.reverse, () -> !run.heard.isEmpty());
      assertThat(stop).isEqualTo(new Stop(false, "interrupted"));
      assertThat(run.heard).containsExactly("step 1 of epoch 1", "end");
    }
    try (Run run = new Run(0, 4)) {
      assertThat(run.train(recipe(1, "9 steps", "1 step", 0), run.reverse, () -> true).complete())
          .isFalse();
      assertThat(run.heard).containsExactly("end");
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
