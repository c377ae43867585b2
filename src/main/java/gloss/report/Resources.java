package gloss.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Texts that lie on the class path. */
final class Resources {
  private Resources() {}

  /** The text of a resource in UTF-8. */
  static String text(String path) {
    try (InputStream in = Resources.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of uPlot, the library that draws the curves. */
  static String uplot(String file) {
    Properties build = new Properties();
    try {
      build.load(new StringReader(text("/gloss/build.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String version = build.getProperty("uplot");
    return text("/META-INF/resources/webjars/uplot/" + version + "/" + file);
  }
}
