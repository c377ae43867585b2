package gloss.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import gloss.nn.Linear;
import gloss.optim.MovingAverage;
import gloss.optim.Optimizers;
import gloss.recipe.AverageRecipe;
import gloss.recipe.Elapsed;
import gloss.recipe.Extent;
import gloss.recipe.KeepRecipe;
import gloss.recipe.OptimizerRecipe;
import gloss.recipe.Precision;
import gloss.recipe.RegularizerRecipe;
import gloss.recipe.ScheduleRecipe;
import gloss.recipe.TrainingRecipe;
import gloss.recipe.ValidationRecipe;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which checkpoints stay, and from which one training goes on. */
class CheckpointKeeperTest {
  private static final Map<String, String> IDENTITY = Map.of("train a.en", "1234");

  @TempDir private Path folder;
  private NDManager manager;
  private TrainingState state;
  private final List<String> warnings = new ArrayList<>();
  private Extent every = Extent.parse("10 minutes");

  @BeforeEach
  void open() throws IOException {
    manager = NDManager.newBaseManager();
    state = state(2);
    Files.createDirectories(folder.resolve("checkpoints"));
  }

  @AfterEach
  void close() {
    state.close();
    manager.close();
  }

  private TrainingState state(int size) {
    Linear network = new Linear(size, size);
    network.initialize(manager);
    return new TrainingState(
        network,
        weights -> Optimizers.of(new OptimizerRecipe.Adam(0.1, 0.9, 0.98, 1e-9), manager, weights));
  }

  private CheckpointKeeper keeper(int last) {
    return keeper(last, IDENTITY);
  }

  private CheckpointKeeper keeper(int last, Map<String, String> identity) {
    return keeper(new KeepRecipe(last, 0, every), new AverageRecipe(0, 0, 0), identity);
  }

  private CheckpointKeeper keeper(
      KeepRecipe keep, AverageRecipe average, Map<String, String> identity) {
    TrainingRecipe recipe =
        new TrainingRecipe(
            1,
            1,
            Precision.FP32,
            new OptimizerRecipe.Adam(0.1, 0.9, 0.98, 1e-9),
            new ScheduleRecipe.Constant(Extent.steps(0)),
            0,
            0,
            new RegularizerRecipe.None(),
            List.of(Extent.steps(1)),
            new ValidationRecipe(Extent.steps(1), "bleu", 0),
            average,
            keep);
    return new CheckpointKeeper(
        folder.resolve("checkpoints"), folder.resolve("weights.safetensors"), recipe, identity);
  }

  private void begin() throws IOException {
    state.progress(Progress.START);
    keeper(1).begin(state);
  }

  private void stepTo(CheckpointKeeper keeper, long step, double norm) {
    state.progress(at(step, new Progress.Best(0, 7)));
    keeper.stepped(state, new StepReport(step, 1, 1, 1, 0.1, norm));
  }

  private void validateAt(CheckpointKeeper keeper, long step, boolean best) {
    state.progress(at(step));
    keeper.validated(state, new Validation(1, Map.of(), List.of()), best);
  }

  private static Progress at(long step) {
    return at(step, 7);
  }

  private static Progress at(long step, double value) {
    return at(step, new Progress.Best(step, value));
  }

  /** A step takes a minute. */
  private static Progress at(long step, Progress.Best validated) {
    return new Progress(
        new Elapsed(step, 0.3, 9, 60.0 * step),
        1,
        3,
        validated,
        validated,
        1,
        2,
        1,
        true,
        0.25,
        1.5);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("checkpoints"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private Path checkpoint(long step) {
    return folder.resolve("checkpoints").resolve("step-%09d.safetensors".formatted(step));
  }

  private static void damage(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 3] ^= 4;
    Files.write(file, bytes);
  }

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
    new CheckpointFolder(folder.resolve("checkpoints")).clear();
    CheckpointKeeper keeper = keeper(1);
    for (boolean best : new boolean[] {true, false}) {
      assertThatThrownBy(() -> validateAt(keeper, 5, best))
          .hasMessageContaining(folder.resolve("checkpoints") + ": the folder is gone");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void everythingComesBack() throws IOException {
    validateAt(keeper(1), 5, false);
    try (TrainingState other = state(2)) {
      keeper(1).restore(other, warnings::add);
      assertThat(other.progress()).isEqualTo(state.progress());
      state
          .weights()
          .forEach(
              (name, array) ->
                  assertThat(other.weights().get(name).toFloatArray())
                      .isEqualTo(array.toFloatArray()));
    }
    assertThat(warnings).isEmpty();
  }

  @Test
  void withADamagedNewestTheOneBeforeIsUsed() throws IOException {
    CheckpointKeeper keeper = keeper(3);
    validateAt(keeper, 5, false);
    validateAt(keeper, 10, false);
    damage(checkpoint(10));
    keeper.restore(state, warnings::add);
    assertThat(state.progress().step()).isEqualTo(5);
    assertThat(warnings)
        .singleElement()
        .asString()
        .startsWith(checkpoint(10) + ": ")
        .contains("damaged")
        .endsWith("going back to the one before");
    // The damaged one does not count as the newest any more, nor drive out whole ones.
    keeper = keeper(1);
    validateAt(keeper, 7, false);
    assertThat(files()).containsExactly("step-000000007.safetensors");
  }

  @Test
  void withoutAWholeOneTheUserIsTold() throws IOException {
    assertThatThrownBy(() -> keeper(1).restore(state, warnings::add))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(folder.resolve("checkpoints") + ": ")
        .hasMessageContaining("--overwrite");
    validateAt(keeper(1), 5, false);
    damage(checkpoint(5));
    assertThatThrownBy(() -> keeper(1).restore(state, warnings::add))
        .isInstanceOf(InputException.class);
    assertThat(warnings).hasSize(1);
  }

  @Test
  void whatAKilledProcessLeftGoesWithTheNextCheckpoint() throws IOException {
    Files.writeString(folder.resolve("checkpoints/.step-000000003.safetensors.part"), "half");
    Files.writeString(folder.resolve("checkpoints/notes.txt"), "the user's own");
    validateAt(keeper(1), 5, false);
    assertThat(files()).containsExactly("notes.txt", "step-000000005.safetensors");
    new CheckpointFolder(folder.resolve("checkpoints")).clear();
    assertThat(files()).containsExactly("notes.txt");
    Files.delete(folder.resolve("checkpoints/notes.txt"));
    new CheckpointFolder(folder.resolve("checkpoints")).clear();
    assertThat(folder.resolve("checkpoints")).doesNotExist();
    new CheckpointFolder(folder.resolve("checkpoints")).clear();
  }

  @Test
  void otherDataAreRefusedByName() {
    validateAt(keeper(1), 5, false);
    for (Map<String, String> other :
        List.of(
            Map.of("train a.en", "99"),
            Map.of("train a.en", "1234", "train b.en", "5"),
            Map.<String, String>of())) {
      String name = other.containsKey("train b.en") ? "train b.en" : "train a.en";
      assertThatThrownBy(() -> keeper(1, other).restore(state, warnings::add))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith(checkpoint(5) + ": training cannot go on from here: " + name)
          .message()
          .doesNotContain("null");
    }
  }

  @Test
  void anotherNetworkIsRefusedAndNothingChanges() {
    validateAt(keeper(1), 5, false);
    try (TrainingState other = state(3)) {
      float[] before = other.weights().get("weight").toFloatArray();
      assertThatThrownBy(() -> keeper(1).restore(other, warnings::add))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith(checkpoint(5) + ": is of another network: ")
          .hasMessageContaining("(2, 2)")
          .hasMessageContaining("(3, 3)");
      assertThat(other.weights().get("weight").toFloatArray()).isEqualTo(before);
      assertThat(other.progress()).isEqualTo(Progress.START);
    }
  }

  @Test
  void weightsAloneAreNoCheckpoint() throws IOException {
    validateAt(keeper(1), 5, true);
    Files.copy(folder.resolve("weights.safetensors"), checkpoint(9));
    assertThatThrownBy(() -> keeper(1).restore(state, warnings::add))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(checkpoint(9) + ": is not a checkpoint");
  }

  @Test
  void namesDoNotDependOnTheLocale() throws IOException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      validateAt(keeper(1), 5, false);
      assertThat(files()).containsExactly("step-000000005.safetensors");
      keeper(1).restore(state, warnings::add);
    } finally {
      Locale.setDefault(before);
    }
  }
}
