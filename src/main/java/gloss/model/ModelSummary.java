package gloss.model;

import gloss.recipe.Recipe;
import gloss.train.Checkpoint;
import gloss.train.CheckpointFolder;
import gloss.train.Progress;
import gloss.train.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a model or a recipe is, known without its weights.
 *
 * @param recipe what it is made from
 * @param outline what its task tells of it
 * @param progress of the training, where there is a checkpoint
 * @param files with their sizes in bytes; none for a recipe
 */
public record ModelSummary(
    Recipe recipe, Outline outline, Optional<Progress> progress, Map<String, Long> files) {
  /** Whether this is a recipe only, from which nothing is made yet. */
  public boolean isRecipe() {
    return files.isEmpty();
  }

  /**
   * Looks at a model.
   *
   * @param experiment of the recipe that the folder holds
   */
  public static ModelSummary ofModel(Experiment experiment, ModelFolder folder) throws IOException {
    return new ModelSummary(
        experiment.recipe(),
        experiment.outline(Optional.of(folder)),
        progress(folder),
        files(folder));
  }

  /** Looks at a recipe. */
  public static ModelSummary ofRecipe(Experiment experiment) throws IOException {
    return new ModelSummary(
        experiment.recipe(), experiment.outline(Optional.empty()), Optional.empty(), Map.of());
  }

  private static Optional<Progress> progress(ModelFolder folder) throws IOException {
    Optional<Path> newest =
        new CheckpointFolder(folder.checkpoints()).newestFirst().stream().findFirst();
    return newest.isEmpty()
        ? Optional.empty()
        : Checkpoint.progress(Safetensors.contents(newest.get()));
  }

  /** What training has written, by its name in the folder. */
  private static Map<String, Long> files(ModelFolder folder) throws IOException {
    List<Path> files = new ArrayList<>(List.of(folder.weights()));
    folder.files().keySet().forEach(name -> files.add(folder.path().resolve(name)));
    files.addAll(List.of(folder.log(), folder.report()));
    if (Files.isDirectory(folder.checkpoints())) {
      try (Stream<Path> inside = Files.list(folder.checkpoints())) {
        inside.sorted().forEach(files::add);
      }
    }
    Map<String, Long> sizes = new LinkedHashMap<>();
    for (Path file : files) {
      if (Files.exists(file)) {
        sizes.put(folder.path().relativize(file).toString(), Files.size(file));
      }
    }
    return sizes;
  }
}
