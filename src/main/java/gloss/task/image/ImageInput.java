package gloss.task.image;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import gloss.corpus.image.ImageSet;
import gloss.corpus.image.ImageSize;
import gloss.corpus.image.Normalization;
import gloss.text.AtomicFile;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a model knows of pictures beside its weights, learned from those that it is trained on; the
 * file {@value #FILE}.
 *
 * @param size that pictures are brought to
 * @param classes names of the classes
 * @param normalization of the channels
 */
record ImageInput(ImageSize size, List<String> classes, Normalization normalization) {
  static final String FILE = "images.json";
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  ImageInput {
    classes = List.copyOf(classes);
  }

  /** What pictures to train on say. */
  static ImageInput of(ImageSet train) {
    return new ImageInput(train.size(), train.classes(), Normalization.of(train));
  }

  /** Reads the file of a model's folder; one that cannot be is an InputException. */
  static ImageInput read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    try {
      ImageInput input = GSON.fromJson(Files.readString(file), ImageInput.class);
      if (input != null && input.normalization.means().size() == input.size.channels()) {
        return input;
      }
    } catch (NoSuchFileException e) {
      throw new InputException(folder + ": the model is incomplete: " + FILE + " is missing", e);
    } catch (RuntimeException e) {
      // A record that refuses what it is given comes wrapped in one.
      throw new InputException(file + ": is damaged", e);
    }
    throw InputException.in(file, "is damaged");
  }

  void write(Path folder) throws IOException {
    AtomicFile.writeString(folder.resolve(FILE), GSON.toJson(this) + "\n");
  }

  double[] means() {
    return array(normalization.means());
  }

  double[] deviations() {
    return array(normalization.deviations());
  }

  private static double[] array(List<Double> numbers) {
    return numbers.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** The mean colour, a byte for each channel. */
  byte[] meanColour() {
    byte[] colour = new byte[size.channels()];
    for (int c = 0; c < colour.length; c++) {
      colour[c] = (byte) Math.round(normalization.means().get(c));
    }
    return colour;
  }
}
