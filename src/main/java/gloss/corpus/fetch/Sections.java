package gloss.corpus.fetch;

import gloss.corpus.archive.Archive;
import gloss.corpus.archive.BadContent;
import gloss.score.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Small texts with sections, as AESLC has them, made into JSON lines:
 *
 * <pre>{@code
 * The body, over some lines.
 *
 * @subject
 * The subject
 *
 * @ann0
 * Another one
 * }</pre>
 *
 * <p>becomes {@code {"id": "NAME", "body": "…", "subject": "…", "ann0": "…"}}.
 */
final class Sections {
  private static final Pattern HEADING = Pattern.compile("\n\n@(\\w+)\n");

  private Sections() {}

  /** A JSON line for each member that the pattern matches, in the order of their names. */
  static void convert(Path archive, String pattern, Path made) throws IOException {
    SortedMap<String, String> lines = new TreeMap<>();
    Archive.visit(
        archive,
        pattern,
        (name, content) -> {
          try {
            lines.put(name, Json.line(fields(name, decode(content.readAllBytes()))));
          } catch (CharacterCodingException e) {
            throw new BadContent("is an archive whose " + name + " is not UTF-8", e);
          }
        });
    try (BufferedWriter out = Files.newBufferedWriter(made)) {
      for (String line : lines.values()) {
        out.write(line);
        out.write('\n');
      }
    }
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  /** The fields of a text; {@code path} gives its id. */
  static Map<String, String> fields(String path, String text) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("id", dot > 0 ? name.substring(0, dot) : name);
    String field = "body";
    int start = 0;
    Matcher heading = HEADING.matcher(text);
    while (heading.find()) {
      fields.put(field, text.substring(start, heading.start()));
      field = heading.group(1);
      start = heading.end();
    }
    fields.put(field, text.substring(start));
    return fields;
  }
}
