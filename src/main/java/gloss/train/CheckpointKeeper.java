package gloss.train;

import gloss.recipe.AverageRecipe;
import gloss.recipe.Elapsed;
import gloss.recipe.KeepRecipe;
import gloss.recipe.TrainingRecipe;
import gloss.recipe.ValidationRecipe;
import gloss.text.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes a checkpoint before the first step, after each validation, now and then in between and at
 * the end of a run, and the weights alone whenever they are the best so far. Of the checkpoints of
 * validations the newest stay, and those with the best values; when training is over it has their
 * averages tried. Of the others there are only the last two: when one is written says nothing about
 * the training, so no average is made of them.
 *
 * <p>Weights that have gone astray never replace good ones: a state whose validation loss is not
 * finite is not written, and one that no validation has tried yet drives out no other that the
 * recipe wants.
 */
public final class CheckpointKeeper implements Observer {
  private final CheckpointFolder folder;
  private final Path bestWeights;
  private final AverageRecipe average;
  private final KeepRecipe keep;
  private final ValidationRecipe validate;
  private final Map<String, String> identity;
  private boolean averageIsBest;
  private Elapsed written = Elapsed.NONE;
  private boolean astray;
  private boolean applied;

  /**
   * Keeps checkpoints.
   *
   * @param folder of the checkpoints
   * @param bestWeights the file of the best weights
   * @param recipe which checkpoints are kept, and which are averaged
   * @param identity what must be the same when training goes on, by name
   */
  public CheckpointKeeper(
      Path folder, Path bestWeights, TrainingRecipe recipe, Map<String, String> identity) {
    this.folder = new CheckpointFolder(folder);
    this.bestWeights = bestWeights;
    this.average = recipe.average();
    this.keep = recipe.keep().with(average);
    this.validate = recipe.validate();
    // In order: the same training writes the same bytes.
    this.identity = new LinkedHashMap<>(identity);
  }

  /** Makes the folder and writes a checkpoint into it: the state that a training begins with. */
  public void begin(TrainingState state) throws IOException {
    Files.createDirectories(folder.path());
    write(state);
  }

  @Override
  public void started(TrainingState state) {
    written = state.progress().elapsed();
  }

  @Override
  public void stepped(TrainingState state, StepReport report) {
    if (report.applied()) {
      astray = false;
    }
    applied = report.applied();
  }

  @Override
  public void rested(TrainingState state) {
    if (applied && keep.every().passed(written, state.progress().elapsed())) {
      try {
        write(state);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
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
        Safetensors.write(bestWeights, state.model(), identity);
      }
      write(state);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<Candidate> candidates(TrainingState state) {
    try {
      List<Path> best = first(average.best(), folder.bestFirst(validate));
      List<Path> newest = first(average.last(), folder.validatedNewestFirst());
      List<Candidate> candidates = new ArrayList<>();
      addMean(candidates, best, "best");
      if (!Set.copyOf(best).equals(Set.copyOf(newest))) {
        addMean(candidates, newest, "newest");
      }
      return candidates;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> first(int count, List<Path> files) {
    return files.subList(0, Math.min(count, files.size()));
  }

  private static void addMean(List<Candidate> candidates, List<Path> files, String which)
      throws IOException {
    if (files.size() > 1) {
      String name = "average of the " + files.size() + " " + which + " checkpoints";
      candidates.add(new Candidate(name, WeightMean.of(files)));
    }
  }

  @Override
  public void tried(TrainingState state, Candidate candidate, Validation validation, boolean best) {
    if (best) {
      try {
        Safetensors.writeEntries(bestWeights, candidate.weights(), identity);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      averageIsBest = true;
    }
  }

  @Override
  public void ended(TrainingState state, Stop stop) {
    try {
      if (!astray && (averageIsBest || !Files.exists(folder.file(state.progress().step())))) {
        write(state);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(TrainingState state) throws IOException {
    Path newest = folder.file(state.progress().step());
    Checkpoint.write(newest, state, identity);
    written = state.progress().elapsed();
    // What is newer was left behind: training went back to an earlier checkpoint.
    List<Path> leftBehind =
        folder.newestFirst().stream().takeWhile(file -> !file.equals(newest)).toList();
    for (Path file : leftBehind) {
      Files.delete(file);
    }
    boolean tried = state.progress().latest().step() == state.progress().step();
    Set<Path> kept = new HashSet<>(first(tried ? 1 : 2, folder.newestFirst()));
    kept.addAll(first(keep.last(), folder.validatedNewestFirst()));
    if (keep.best() > 0) {
      kept.addAll(first(keep.best(), folder.bestFirst(validate)));
    }
    for (Path file : folder.newestFirst()) {
      if (!kept.contains(file)) {
        Files.delete(file);
      }
    }
    folder.deleteHalfWritten();
  }

  /**
   * Restores the newest checkpoint that is whole.
   *
   * @param damaged hears of each file that is not
   * @throws InputException if there is none, or the identity differs
   */
  public void restore(TrainingState state, Consumer<String> damaged) throws IOException {
    for (Path file : folder.newestFirst()) {
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
        folder.path(), "holds no whole checkpoint to go on from; begin anew with --overwrite");
  }
}
