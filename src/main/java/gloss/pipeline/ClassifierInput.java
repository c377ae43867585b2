package gloss.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Something to be classified: a row of a table or a picture. */
public sealed interface ClassifierInput {
  /** A row; see {@link Row}. */
  static Row row(Map<String, String> cells) {
    return new Row(cells);
  }

  /** The picture in a file; see {@link Picture}. */
  static Picture picture(Path file) throws IOException {
    return new Picture(file.toString(), Files.readAllBytes(file));
  }

  /**
   * A row of a table.
   *
   * @param cells by the names of their columns; an empty one has no value, and columns that the
   *     model does not know do no harm
   */
  record Row(Map<String, String> cells) implements ClassifierInput {
    /** Copies the map. */
    public Row {
      cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }
  }

  /**
   * A picture: PNG, JPEG, GIF, BMP or TIFF, of any size.
   *
   * @param name of it in messages
   * @param file what a file of it holds; not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // Large, and never compared.
  record Picture(String name, byte[] file) implements ClassifierInput {}
}
