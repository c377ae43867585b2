package gloss.corpus;

import gloss.yaml.Check;
import gloss.yaml.Doc;
import gloss.yaml.Named;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Images and labels as MNIST has them: in each split {@code images}, an IDX file of bytes of shape
 * (count, height, width), and {@code labels}, one of shape (count); plain or gzip-compressed.
 *
 * @see IdxHeader
 */
@Named("idx")
public record IdxFormat(@Doc("names of the classes, from label 0 on") List<String> classes)
    implements Format {
  /** The name that the images stand under. */
  public static final String IMAGES = "images";

  /** The name that the labels stand under. */
  public static final String LABELS = "labels";

  /** Fails for fewer than two classes. */
  public IdxFormat {
    classes = List.copyOf(classes);
    Check.that(classes.size() > 1, "classes", "there must be at least two");
  }

  @Override
  public List<String> parts(List<String> languages) {
    return List.of(IMAGES, LABELS);
  }

  @Override
  public long count(String split, Path file) throws IOException {
    return IdxHeader.read(file).count();
  }
}
