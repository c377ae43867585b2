package gloss.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import gloss.nn.Linear;
import gloss.optim.MovingAverage;
import gloss.optim.Optimizers;
import gloss.recipe.AverageRecipe;
import gloss.recipe.Extent;
import gloss.recipe.KeepRecipe;
import gloss.recipe.OptimizerRecipe;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which checkpoints stay, and what averages are made of. */
class CheckpointKeeperTest extends KeptCheckpoints {
  @Test
  void theNewestStay() throws IOException {
    CheckpointKeeper keeper = keeper(2);
    for (long step : new long[] {5, 10, 15, 100}) {
      validateAt(keeper, step, false);
    }
    assertThat(files()).containsExactly("step-000000015.safetensors", "step-000000100.safetensors");
    assertThat(folder.resolve("weights.safetensors")).doesNotExist();
    validateAt(keeper, 200, true);
    assertThat(folder.resolve("weights.safetensors")).exists();
  }

  private void validateAt(CheckpointKeeper keeper, long step, double bleu, float weight) {
    state.progress(at(step, bleu));
    state.weights().values().forEach(array -> Checkpoint.copy(values(array, weight), of(array)));
    keeper.validated(state, new Validation(1, Map.of("bleu", bleu), List.of()), false);
  }

  private static Map<String, Safetensors.Entry> values(NDArray array, float value) {
    float[] values = new float[(int) array.size()];
    Arrays.fill(values, value);
    return Map.of("x", new Safetensors.Entry(array.getShape().getShape(), values));
  }

  private static Map<String, NDArray> of(NDArray array) {
    return Map.of("x", array);
  }

  private static float weight(Candidate candidate) {
    return candidate.weights().get("weight").values()[3];
  }

  @Test
  void theBestStayBesideTheNewest() throws IOException {
    CheckpointKeeper keeper =
        keeper(new KeepRecipe(1, 2, every), new AverageRecipe(0, 0, 0), IDENTITY);
    double[] bleu = {10, 30, 20, 20, 5};
    for (int i = 0; i < bleu.length; i++) {
      validateAt(keeper, i + 1, bleu[i], 0);
    }
    // Of equals the older; the newest is there to go on from.
    assertThat(files())
        .containsExactly(
            "step-000000002.safetensors",
            "step-000000003.safetensors",
            "step-000000005.safetensors");
    assertThat(keeper.candidates(state)).isEmpty();
    // Training went back: what was later than now is gone, the best of them too.
    validateAt(keeper, 2, 1, 0);
    assertThat(files()).containsExactly("step-000000002.safetensors");
  }

  @Test
  void averagesAreTheMeansOfWeights() throws IOException {
    CheckpointKeeper keeper =
        keeper(new KeepRecipe(1, 0, every), new AverageRecipe(0, 2, 3), IDENTITY);
    validateAt(keeper, 1, 30, 1);
    assertThat(keeper.candidates(state)).isEmpty();
    validateAt(keeper, 2, 10, 2);
    assertThat(keeper.candidates(state)).hasSize(1);
    validateAt(keeper, 3, 40, 4);
    validateAt(keeper, 4, 20, 8);
    List<Candidate> candidates = keeper.candidates(state);
    assertThat(candidates)
        .extracting(Candidate::name)
        .containsExactly(
            "average of the 2 best checkpoints", "average of the 3 newest checkpoints");
    assertThat(weight(candidates.get(0))).isEqualTo((1 + 4) / 2f);
    assertThat(weight(candidates.get(1))).isEqualTo((2 + 4 + 8) / 3f);
    Path best = folder.resolve("weights.safetensors");
    keeper.tried(state, candidates.get(0), new Validation(1, Map.of(), List.of()), false);
    assertThat(best).doesNotExist();
    keeper.tried(state, candidates.get(0), new Validation(1, Map.of(), List.of()), true);
    assertThat(Safetensors.read(best).entries().get("weight").values()).contains(2.5f);
    state.progress(state.progress().surpassed(41));
    keeper.ended(state, new Stop(true, "done"));
    try (TrainingState other = state(2)) {
      keeper.restore(other, warnings::add);
      assertThat(other.progress().best().value()).isEqualTo(41);
    }
    assertThatThrownBy(() -> WeightMean.of(List.of(best, other())))
        .isInstanceOf(InputException.class)
        .hasMessage(other() + ": is of another network than " + best);
  }

  private Path other() throws IOException {
    Path file = folder.resolve("other.safetensors");
    try (TrainingState other = state(3)) {
      Safetensors.write(file, other.weights(), Map.of());
    }
    return file;
  }

  @Test
  void theModelInACheckpointIsTheAverageIfThereIsOne() throws IOException {
    Linear network = new Linear(2, 2);
    network.initialize(manager);
    Path file = folder.resolve("averaged");
    try (TrainingState averaged =
        new TrainingState(
            network,
            weights ->
                Optimizers.of(new OptimizerRecipe.Adam(0.1, 0.9, 0.98, 1e-9), manager, weights),
            weights -> Optional.of(new MovingAverage(manager, weights, 0.9)))) {
      NDArray average = averaged.model().get("weight");
      Checkpoint.copy(values(average, 9), of(average));
      Checkpoint.write(file, averaged, IDENTITY);
    }
    assertThat(Checkpoint.model(Safetensors.read(file)).get("weight").values())
        .containsExactly(9, 9, 9, 9);
  }

  @Test
  void theEndOfARunIsKeptOnce() throws IOException {
    CheckpointKeeper keeper = keeper(5);
    validateAt(keeper, 5, false);
    Object written = Files.readAttributes(checkpoint(5), "unix:ino").get("ino");
    keeper.ended(state, new Stop(true, "done"));
    assertThat(Files.readAttributes(checkpoint(5), "unix:ino").get("ino")).isEqualTo(written);
    state.progress(at(6, new Progress.Best(5, 7)));
    keeper = keeper(1);
    keeper.ended(state, new Stop(false, "interrupted"));
    // No validation has tried the last weights, so one more stays.
    assertThat(files()).containsExactly("step-000000005.safetensors", "step-000000006.safetensors");
  }

  @Test
  void oneIsThereFromTheBeginning() throws IOException {
    Files.delete(folder.resolve("checkpoints"));
    begin();
    assertThat(files()).containsExactly("step-000000000.safetensors");
    try (TrainingState other = state(2)) {
      keeper(1).restore(other, warnings::add);
      assertThat(other.progress()).isEqualTo(Progress.START);
    }
  }

  @Test
  void betweenValidationsOneIsWrittenEverySoOften() throws IOException {
    begin();
    CheckpointKeeper keeper = keeper(1);
    for (long step = 1; step <= 25; step++) {
      stepTo(keeper, step, 1);
    }
    // The newest has not proven itself: the one before it stays, too.
    assertThat(files()).containsExactly("step-000000010.safetensors", "step-000000020.safetensors");
    validateAt(keeper, 26, false);
    stepTo(keeper, 29, 1);
    assertThat(files()).containsExactly("step-000000026.safetensors");
    every = Extent.parse("7 steps");
    keeper = keeper(1);
    state.progress(at(27));
    keeper.started(state);
    for (long step : new long[] {28, 29, 35}) {
      stepTo(keeper, step, 1);
    }
    // What a validation has tried stays beside the others.
    assertThat(files())
        .containsExactly(
            "step-000000026.safetensors",
            "step-000000028.safetensors",
            "step-000000035.safetensors");
    assertThatThrownBy(() -> new KeepRecipe(1, 0, Extent.parse("0 steps")))
        .hasMessageContaining("every");
  }

  @Test
  void whatTheClockWroteIsInNoAverage() throws IOException {
    every = Extent.parse("1 step");
    begin();
    CheckpointKeeper keeper =
        keeper(new KeepRecipe(1, 0, every), new AverageRecipe(0, 0, 3), IDENTITY);
    validateAt(keeper, 1, 30, 1);
    stepTo(keeper, 2, 1);
    stepTo(keeper, 3, 1);
    validateAt(keeper, 4, 10, 2);
    stepTo(keeper, 5, 1);
    List<Candidate> candidates = keeper.candidates(state);
    assertThat(candidates)
        .extracting(Candidate::name)
        .containsExactly("average of the 2 newest checkpoints");
    assertThat(weight(candidates.get(0))).isEqualTo((1 + 2) / 2f);
  }

  @Test
  void weightsThatWentAstrayDriveOutNothing() throws IOException {
    every = Extent.parse("1 step");
    begin();
    CheckpointKeeper keeper = keeper(1);
    stepTo(keeper, 1, 1);
    stepTo(keeper, 2, Double.NaN);
    assertThat(files()).containsExactly("step-000000000.safetensors", "step-000000001.safetensors");
    state.progress(at(2));
    keeper.validated(state, new Validation(Double.NaN, Map.of(), List.of()), true);
    keeper.ended(state, new Stop(true, "done"));
    assertThat(files()).containsExactly("step-000000000.safetensors", "step-000000001.safetensors");
    assertThat(folder.resolve("weights.safetensors")).doesNotExist();
    stepTo(keeper, 3, 1);
    validateAt(keeper, 3, true);
    assertThat(files()).containsExactly("step-000000003.safetensors");
  }

  @Test
  void aFolderThatIsGoneIsNotMadeAnew() throws IOException {
    begin();
    CheckpointKeeper keeper = keeper(1);
    Path checkpoints = folder.resolve("checkpoints");
    new CheckpointFolder(checkpoints).clear();
    assertThatThrownBy(() -> validateAt(keeper, 5, false))
        .hasMessageContaining(checkpoints + ": the folder is gone");
    assertThat(folder).isEmptyDirectory();
    Files.delete(folder);
    assertThatThrownBy(() -> validateAt(keeper, 5, true))
        .hasMessageContaining(folder + ": the folder is gone");
    assertThat(folder).doesNotExist();
  }
}
