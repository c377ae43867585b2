package gloss.corpus.check;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import gloss.corpus.FileSource;
import gloss.corpus.JsonLinesFormat;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two fields of JSON lines. A line that is no JSON object, or one without a field, is an {@link
 * InputException}.
 */
public record JsonPairs(List<Path> files, JsonLinesFormat format) implements PairSource {
  /** Copies the list. */
  public JsonPairs {
    files = List.copyOf(files);
  }

  @Override
  public List<Path> inputs() {
    return files;
  }

  @Override
  public List<String> fileNames() {
    String name = String.valueOf(files.get(0).getFileName());
    return List.of(
        name.endsWith(FileSource.GZ)
            ? name.substring(0, name.length() - FileSource.GZ.length())
            : name);
  }

  @Override
  public Pairs open() {
    return new Reader(new RawLines(files), format);
  }

  private record Reader(RawLines lines, JsonLinesFormat format) implements Pairs {
    @Override
    public @Nullable TextPair next() throws IOException {
      Line line = lines.next();
      if (line == null) {
        return null;
      }
      JsonObject record = parse(line);
      return new TextPair(
          lines.count(),
          field(record, format.source(), line),
          field(record, format.target(), line),
          List.of(line.text()));
    }

    private static JsonObject parse(Line line) {
      try {
        if (JsonParser.parseString(line.text()) instanceof JsonObject object) {
          return object;
        }
      } catch (JsonParseException e) {
        throw new InputException(line.place() + ": is no JSON object", e);
      }
      throw new InputException(line.place() + ": is no JSON object");
    }

    private static Line field(JsonObject record, String name, Line line) {
      JsonElement value = record.get(name);
      if (value instanceof JsonPrimitive text && text.isString()) {
        return new Line(text.getAsString(), line.file(), line.number(), line.damaged());
      }
      throw new InputException(line.place() + ": has no text '" + name + "'");
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
