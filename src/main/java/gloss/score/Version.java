package gloss.score;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version that signatures carry. */
final class Version {
  private Version() {}

  static String string() {
    Properties properties = new Properties();
    try (InputStream in = Version.class.getResourceAsStream("/gloss/build.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "unknown");
  }
}
