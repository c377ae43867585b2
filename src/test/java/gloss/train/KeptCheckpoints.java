package gloss.train;

import ai.djl.ndarray.NDManager;
import gloss.nn.Linear;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder of checkpoints, and a training state to keep in it. */
abstract class KeptCheckpoints {
  static final Map<String, String> IDENTITY = Map.of("train a.en", "1234");

  @TempDir Path folder;
  NDManager manager;
  TrainingState state;
  final List<String> warnings = new ArrayList<>();
  Extent every = Extent.parse("10 minutes");

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

  TrainingState state(int size) {
    Linear network = new Linear(size, size);
    network.initialize(manager);
    return new TrainingState(
        network,
        weights -> Optimizers.of(new OptimizerRecipe.Adam(0.1, 0.9, 0.98, 1e-9), manager, weights));
  }

  CheckpointKeeper keeper(int last) {
    return keeper(last, IDENTITY);
  }

  CheckpointKeeper keeper(int last, Map<String, String> identity) {
    return keeper(new KeepRecipe(last, 0, every), new AverageRecipe(0, 0, 0), identity);
  }

  CheckpointKeeper keeper(KeepRecipe keep, AverageRecipe average, Map<String, String> identity) {
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

  void begin() throws IOException {
    state.progress(Progress.START);
    keeper(1).begin(state);
  }

  void stepTo(CheckpointKeeper keeper, long step, double norm) {
    state.progress(at(step, new Progress.Best(0, 7)));
    keeper.stepped(state, new StepReport(step, 1, 1, 1, 0.1, norm));
    keeper.rested(state);
  }

  void validateAt(CheckpointKeeper keeper, long step, boolean best) {
    state.progress(at(step));
    keeper.validated(state, new Validation(1, Map.of(), List.of()), best);
  }

  static Progress at(long step) {
    return at(step, 7);
  }

  static Progress at(long step, double value) {
    return at(step, new Progress.Best(step, value));
  }

  /** A step takes a minute. */
  static Progress at(long step, Progress.Best validated) {
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

  List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("checkpoints"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  Path checkpoint(long step) {
    return folder.resolve("checkpoints").resolve("step-%09d.safetensors".formatted(step));
  }

  static void damage(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 3] ^= 4;
    Files.write(file, bytes);
  }
}
