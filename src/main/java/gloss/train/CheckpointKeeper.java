package gloss.train;

import gloss.recipe.Elapsed;
import gloss.recipe.KeepRecipe;
import gloss.text.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes a checkpoint before the first step, after each validation, now and then in between and at
 * the end of a run, and the weights alone whenever they are the best so far. Of the checkpoints the
 * newest stay.
 *
 * <p>Weights that have gone astray never replace good ones: a state whose validation loss is not
 * finite is not written, and one whose weights nothing has tried yet is kept beside those that the
 * recipe wants.
 */
public final class CheckpointKeeper implements Observer {
  private static final Pattern CHECKPOINT = Pattern.compile("step-\\d+\\.safetensors");

  /** What a process leaves that is killed while it writes. */
  private static final Pattern HALF_WRITTEN = Pattern.compile("\\.step-\\d+\\.safetensors\\.part");

  private final Path folder;
  private final Path bestWeights;
  private final KeepRecipe keep;
  private final Map<String, String> identity;
  private Elapsed written = Elapsed.NONE;
  private boolean astray;

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
    // In order: the same training writes the same bytes.
    this.identity = new LinkedHashMap<>(identity);
  }

  /** Makes the folder and writes a checkpoint into it: the state that a training begins with. */
  public void begin(TrainingState state) throws IOException {
    Files.createDirectories(folder);
    write(state, keep.last());
  }

  @Override
  public void started(TrainingState state) {
    written = state.progress().elapsed();
  }

  @Override
  public void stepped(TrainingState state, StepReport report) {
    if (report.applied()) {
      astray = false;
      if (keep.every().passed(written, state.progress().elapsed())) {
        tryToWrite(state, keep.last() + 1);
      }
    }
  }

  @Override
  public void validated(TrainingState state, Validation validation, boolean best) {
    astray = !Double.isFinite(validation.loss());
    if (astray) {
      return;
    }
    try {
      if (best) {
        checkFolder();
        Safetensors.write(bestWeights, state.model(), identity);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    tryToWrite(state, keep.last());
  }

  @Override
  public void ended(TrainingState state, Stop stop) {
    if (!astray && !Files.exists(file(state.progress().step()))) {
      tryToWrite(state, keep.last() + (stop.complete() ? 0 : 1));
    }
  }

  private void tryToWrite(TrainingState state, int last) {
    try {
      write(state, last);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** To make a folder anew that someone has taken away would hide that the model is gone. */
  private void checkFolder() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new FileSystemException(folder.toString(), null, "the folder is gone");
    }
  }

  private void write(TrainingState state, int last) throws IOException {
    checkFolder();
    Path newest = file(state.progress().step());
    Checkpoint.write(newest, state, identity);
    written = state.progress().elapsed();
    // What is newer was left behind: training went back to an earlier checkpoint.
    List<Path> all = newestFirst(folder, CHECKPOINT);
    int first = all.indexOf(newest);
    for (int i = 0; i < all.size(); i++) {
      if (i < first || i >= first + last) {
        Files.delete(all.get(i));
      }
    }
    for (Path file : newestFirst(folder, HALF_WRITTEN)) {
      Files.delete(file);
    }
  }

  private Path file(long step) {
    return folder.resolve(String.format(Locale.ROOT, "step-%09d.safetensors", step));
  }

  /** Deletes all checkpoints in a folder, and the folder if nothing else is in it. */
  public static void clear(Path folder) throws IOException {
    for (Pattern kind : List.of(CHECKPOINT, HALF_WRITTEN)) {
      for (Path file : newestFirst(folder, kind)) {
        Files.delete(file);
      }
    }
    if (Files.isDirectory(folder) && isEmpty(folder)) {
      Files.delete(folder);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  private static List<Path> newestFirst(Path folder, Pattern names) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> names.matcher(file.getFileName().toString()).matches())
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
    for (Path file : newestFirst(folder, CHECKPOINT)) {
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
    throw InputException.in(
        folder, "holds no whole checkpoint to go on from; begin anew with --overwrite");
  }
}
