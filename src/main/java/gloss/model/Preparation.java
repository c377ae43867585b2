package gloss.model;

import java.io.IOException;
import java.util.Map;

/** Data that were read, and the model that is to learn from them. */
public interface Preparation {
  /** SHA-256 of the data by split and file: a training goes on with the same data only. */
  Map<String, String> checksums();

  /** The model; it belongs to whoever asked for the preparation. */
  Model model();

  /**
   * The task of training the model. The folder is locked for it by now and may take files that are
   * needed while training.
   */
  FolderTask<?> task(ModelFolder folder) throws IOException;
}
