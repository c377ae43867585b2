package gloss.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * What driver and workers must have in common.
 *
 * @param gloss version of this program
 * @param engine version of the tensor engine
 */
record Versions(String gloss, String engine) implements Serializable {
  /** Those of this process. */
  static Versions here() {
    Properties build = new Properties();
    try (InputStream in = Versions.class.getResourceAsStream("/gloss/build.properties")) {
      if (in != null) {
        build.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Versions(
        build.getProperty("version", "unknown"), build.getProperty("pytorch", "unknown"));
  }

  /**
   * To be called in a task: whether this worker has what the driver has.
   *
   * @throws ClusterFailure if it has not
   */
  void check() {
    check(here());
  }

  void check(Versions worker) {
    if (!equals(worker)) {
      throw new ClusterFailure(
          "workers have another Gloss than the driver: "
              + worker.text()
              + " there, "
              + text()
              + " here; take the old jar out of their class path");
    }
  }

  private String text() {
    return gloss + " with PyTorch " + engine;
  }
}
