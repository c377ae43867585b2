package gloss.spark;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;

/** Makes a {@link LineWriter}, always the same; it travels to the executors. */
@FunctionalInterface
public interface LineWriterSource extends Serializable {
  /**
   * Makes it.
   *
   * @param models folders of the models on this machine
   * @throws gloss.text.InputException if one is no such model
   */
  LineWriter<?, ?> load(List<Path> models) throws IOException;
}
