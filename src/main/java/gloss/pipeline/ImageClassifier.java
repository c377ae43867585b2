package gloss.pipeline;

import gloss.corpus.image.Damage;
import gloss.corpus.image.ImageSet;
import gloss.corpus.image.ImageSize;
import gloss.corpus.image.PictureReader;
import gloss.task.image.ImageModel;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Tells what is in all pictures of a folder, an archive or a file; for single ones see {@link
 * Classifier}.
 */
public final class ImageClassifier implements AutoCloseable {
  private static final int AT_ONCE = 256;

  private final ImageModel model;

  private ImageClassifier(ImageModel model) {
    this.model = model;
  }

  /** Loads a trained model; a folder that holds none is an {@link InputException}. */
  public static ImageClassifier load(Path model) throws IOException {
    return new ImageClassifier(ImageModel.load(model));
  }

  /**
   * What a picture is taken for.
   *
   * @param name where the picture is from
   * @param classification what it is taken for
   */
  public record Result(String name, Classification classification) {}

  /** The names of the classes. */
  public List<String> classes() {
    return model.classes();
  }

  /**
   * Classifies all pictures of a file, folder, archive or IDX file, in their order.
   *
   * @param damage hears of files that are no pictures
   */
  public void classify(Path pictures, Damage damage, Consumer<Result> sink) throws IOException {
    List<String> names = new ArrayList<>();
    List<byte[]> pixels = new ArrayList<>();
    new PictureReader(model.form(), damage)
        .read(
            pictures,
            Optional.empty(),
            (name, size, picture) -> {
              names.add(fullName(pictures, name));
              pixels.add(picture);
              if (names.size() == AT_ONCE) {
                flush(size, names, pixels, sink);
              }
            });
    if (!names.isEmpty()) {
      ImageSize size =
          new ImageSize(
              model.form().height().orElseThrow(),
              model.form().width().orElseThrow(),
              model.form().colour().orElseThrow().channels());
      flush(size, names, pixels, sink);
    }
  }

  private static String fullName(Path path, String name) {
    String file = String.valueOf(path.getFileName());
    return !Files.isDirectory(path) && name.startsWith(file)
        ? path + name.substring(file.length())
        : path + "/" + name;
  }

  private void flush(
      ImageSize size, List<String> names, List<byte[]> pixels, Consumer<Result> sink) {
    ImageSet set =
        new ImageSet(
            size,
            model.classes(),
            pixels.toArray(byte[][]::new),
            new int[names.size()],
            List.copyOf(names)::get);
    List<double[]> probabilities = model.probabilities(set);
    for (int i = 0; i < names.size(); i++) {
      sink.accept(
          new Result(names.get(i), Classification.of(model.classes(), probabilities.get(i))));
    }
    names.clear();
    pixels.clear();
  }

  @Override
  public void close() {
    model.close();
  }
}
