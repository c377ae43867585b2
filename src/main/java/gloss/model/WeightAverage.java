package gloss.model;

import gloss.recipe.ValidationRecipe;
import gloss.text.AtomicFile;
import gloss.text.InputException;
import gloss.train.Checkpoint;
import gloss.train.CheckpointFolder;
import gloss.train.Safetensors;
import gloss.train.WeightMean;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Averages of a model's checkpoints, made after its training. */
public final class WeightAverage {
  private WeightAverage() {}

  /** All checkpoints of a model that were written after a validation. */
  public static List<Path> all(ModelFolder folder) throws IOException {
    folder.verify();
    return atLeast(2, new CheckpointFolder(folder.checkpoints()).validatedNewestFirst(), folder);
  }

  /** The newest checkpoints of a model; fewer than asked for is an {@link InputException}. */
  public static List<Path> newest(ModelFolder folder, int count) throws IOException {
    folder.verify();
    List<Path> files = new CheckpointFolder(folder.checkpoints()).validatedNewestFirst();
    return atLeast(count, files, folder).subList(0, count);
  }

  /** The checkpoints of a model with the best validations. */
  public static List<Path> best(ModelFolder folder, int count) throws IOException {
    ValidationRecipe validate = folder.describedRecipe().training().validate();
    List<Path> files = new CheckpointFolder(folder.checkpoints()).bestFirst(validate);
    return atLeast(count, files, folder).subList(0, count);
  }

  private static List<Path> atLeast(int count, List<Path> files, ModelFolder folder) {
    if (files.size() < count) {
      throw InputException.in(
          folder.checkpoints(),
          "holds %d of the %d checkpoints to average; training keeps more with training.keep.last and training.keep.best"
              .formatted(files.size(), count));
    }
    return files;
  }

  /**
   * Writes the mean of the weights in some files, which must fit a model's network.
   *
   * @param untrained the model, with any weights
   * @throws InputException if they do not fit
   */
  public static void write(Model untrained, List<Path> files, Path target) throws IOException {
    Map<String, Safetensors.Entry> mean = WeightMean.of(files);
    Checkpoint.assign(files.get(0), mean, untrained.weights());
    String names = String.join(", ", files.stream().map(Path::toString).toList());
    AtomicFile.write(target, Safetensors.content(mean, Map.of("average of", names)));
  }
}
