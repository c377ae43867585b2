package gloss.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The files that come with the service: a fixed list, read once. */
final class StaticFiles {
  private static final String HTML = "text/html; charset=utf-8";
  private static final String CSS = "text/css; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String JSON = "application/json; charset=utf-8";
  private static final String SVG = "image/svg+xml";

  private static final Map<String, File> FILES =
      Map.of(
          "/", new File("page.html", HTML),
          "/page.css", new File("page.css", CSS),
          "/page.js", new File("page.js", SCRIPT),
          "/text.js", new File("text.js", SCRIPT),
          "/score.js", new File("score.js", SCRIPT),
          "/icon.svg", new File("icon.svg", SVG),
          "/openapi.json", new File("openapi.json", JSON));

  private StaticFiles() {}

  /** A file's name among the resources, and what it is. */
  private record File(String name, String type) {}

  /** A file that is ready to be sent. */
  record Content(String path, String type, byte[] bytes) {}

  /** All files, by the paths at which they are asked for. */
  static List<Content> all() {
    return FILES.entrySet().stream()
        .map(file -> new Content(file.getKey(), file.getValue().type(), read(file.getValue())))
        .toList();
  }

  private static byte[] read(File file) {
    try (InputStream in = StaticFiles.class.getResourceAsStream(file.name())) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: gloss/serve/" + file.name());
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
