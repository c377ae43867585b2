package gloss.train;

import gloss.recipe.KeepRecipe;
import gloss.text.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Writes a checkpoint after each validation and at the end of a run, and the weights alone whenever
 * they are the best so far. Of the checkpoints the newest stay, and those with the best values.
 */
public final class CheckpointKeeper implements Observer {
  private static final String PREFIX = "step-";
  private static final String SUFFIX = ".safetensors";

  private final Path folder;
  private final Path bestWeights;
  private final KeepRecipe keep;
  private final Map<String, String> identity;

  /**
   * Keeps checkpoints.
   *
   * @param folder of the checkpoints
   * @param bestWeights the file of the best weights
   * @param identity what must be the same when training goes on, by name
   */
  public CheckpointKeeper(
      Path folder, Path bestWeights, KeepRecipe keep, Map<String, String> identity) {
    this.folder = folder;
    this.bestWeights = bestWeights;
    this.keep = keep;
    this.identity = Map.copyOf(identity);
  }

  @Override
  public void validated(TrainingState state, Validation validation, boolean best) {
    try {
      if (best) {
        Safetensors.write(bestWeights, state.weights(), identity);
      }
      write(state);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void ended(TrainingState state, Stop stop) {
    try {
      if (!Files.exists(file(state.progress().step()))) {
        write(state);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(TrainingState state) throws IOException {
    Checkpoint.write(file(state.progress().step()), state, identity);
    List<Path> all = newestFirst();
    for (Path old : all.subList(Math.min(keep.last(), all.size()), all.size())) {
      Files.delete(old);
    }
  }

  private Path file(long step) {
    return folder.resolve(String.format("%s%09d%s", PREFIX, step, SUFFIX));
  }

  private List<Path> newestFirst() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches(PREFIX + "\\d+" + SUFFIX))
          .sorted(Comparator.comparing(Path::getFileName).reversed())
          .toList();
    }
  }

  /**
   * Restores the newest checkpoint that is whole.
   *
   * @param damaged hears of each file that is not
   * @throws InputException if there is none, or the identity differs
   */
  public void restore(TrainingState state, Consumer<String> damaged) throws IOException {
    for (Path file : newestFirst()) {
      Safetensors saved;
      try {
        saved = Safetensors.read(file);
      } catch (InputException e) {
        damaged.accept(e.getMessage() + "; going back to the one before");
        continue;
      }
      Checkpoint.restore(file, saved, state, identity);
      return;
    }
    throw InputException.in(folder, "holds no checkpoint to go on from; train without --resume");
  }
}
