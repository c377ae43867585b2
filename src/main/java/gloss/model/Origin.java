package gloss.model;

import gloss.recipe.Recipe;
import gloss.text.InputException;
import gloss.train.Checkpoint;
import gloss.train.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The trained model that a training begins with: its weights, and what it knows beside them, such
 * as its subwords. All else begins anew: the optimizer, the schedule, the count of steps, the order
 * of the data and the best score.
 *
 * @param folder of the model
 * @param file of the weights
 */
record Origin(ModelFolder folder, Path file) {
  /** The origin that a recipe names, if it names one; what cannot be one is refused. */
  static Optional<Origin> of(Recipe recipe, ModelFolder into) throws IOException {
    if (recipe.from().isEmpty()) {
      return Optional.empty();
    }
    Origin origin = at(recipe.from().get());
    origin.folder.verify();
    origin.checkApartFrom(into);
    return Optional.of(origin);
  }

  private static Origin at(Path path) {
    if (!Files.exists(path)) {
      throw InputException.in(path, "no such model to begin from");
    }
    ModelFolder folder = new ModelFolder(path);
    if (!Files.isDirectory(path)) {
      return new Origin(around(path), path);
    }
    if (folder.isTaken() && !Files.exists(folder.weights())) {
      throw InputException.in(path, "has no weights yet to begin from");
    }
    return new Origin(folder, folder.weights());
  }

  /** The model that a file of weights belongs to: its folder, or for a checkpoint the one above. */
  private static ModelFolder around(Path file) {
    @Nullable Path parent = file.toAbsolutePath().getParent();
    return Stream.iterate(parent, p -> p != null, Path::getParent)
        .limit(2)
        .map(ModelFolder::new)
        .filter(ModelFolder::isTaken)
        .findFirst()
        .orElseThrow(
            () ->
                InputException.in(
                    file, "is in no model's folder, whose other files would be needed with it"));
  }

  private void checkApartFrom(ModelFolder into) throws IOException {
    if (Files.exists(into.path()) && Files.isSameFile(into.path(), folder.path())) {
      throw InputException.in(
          into.path(), "cannot both begin from this model and replace it; train with --out DIR");
    }
  }

  /** Gives a network the model's weights; one of another shape is an {@link InputException}. */
  void giveTo(Model model) throws IOException {
    Map<String, Safetensors.Entry> weights = Checkpoint.model(Safetensors.read(file));
    Checkpoint.assign(file, weights, model.weights());
  }
}
