package gloss.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import gloss.nn.Linear;
import gloss.optim.Optimizers;
import gloss.recipe.Elapsed;
import gloss.recipe.Extent;
import gloss.recipe.KeepRecipe;
import gloss.recipe.OptimizerRecipe;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    return new CheckpointKeeper(
        folder.resolve("checkpoints"),
        folder.resolve("weights.safetensors"),
        new KeepRecipe(last, every),
        identity);
  }

  private void begin() throws IOException {
    state.progress(Progress.START);
    keeper(1).begin(state);
  }

  private void stepTo(CheckpointKeeper keeper, long step, double norm) {
    state.progress(at(step));
    keeper.stepped(state, new StepReport(step, 1, 1, 1, 0.1, norm));
  }

  private void validateAt(CheckpointKeeper keeper, long step, boolean best) {
    state.progress(at(step));
    keeper.validated(state, new Validation(1, Map.of(), List.of()), best);
  }

  /** A step takes a minute. */
  private static Progress at(long step) {
    return new Progress(
        new Elapsed(step, 0.3, 9, 60.0 * step),
        1,
        3,
        new Progress.Best(step, 7),
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

  @Test
  void theEndOfARunIsKeptOnce() throws IOException {
    CheckpointKeeper keeper = keeper(5);
    validateAt(keeper, 5, false);
    Object written = Files.readAttributes(checkpoint(5), "unix:ino").get("ino");
    keeper.ended(state, new Stop(true, "done"));
    assertThat(Files.readAttributes(checkpoint(5), "unix:ino").get("ino")).isEqualTo(written);
    keeper = keeper(1);
    state.progress(at(6));
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
  void betweenValidationsOneIsWrittenEverySoManyMinutesOrSteps() throws IOException {
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
    stepTo(keeper, 28, 1);
    stepTo(keeper, 29, 1);
    assertThat(files()).containsExactly("step-000000026.safetensors", "step-000000028.safetensors");
    assertThatThrownBy(() -> new KeepRecipe(1, Extent.parse("0 steps")))
        .hasMessageContaining("every");
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
    CheckpointKeeper.clear(folder.resolve("checkpoints"));
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
    CheckpointKeeper.clear(folder.resolve("checkpoints"));
    assertThat(files()).containsExactly("notes.txt");
    Files.delete(folder.resolve("checkpoints/notes.txt"));
    CheckpointKeeper.clear(folder.resolve("checkpoints"));
    assertThat(folder.resolve("checkpoints")).doesNotExist();
    CheckpointKeeper.clear(folder.resolve("checkpoints"));
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
