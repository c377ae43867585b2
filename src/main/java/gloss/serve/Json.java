package gloss.serve;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.Strictness;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import com.google.gson.stream.MalformedJsonException;
import gloss.text.InputException;
import gloss.yaml.YamlNode;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON in and out. In: strictly RFC 8259 in UTF-8, no key twice, nothing nested deep, as the tree
 * that {@link gloss.yaml.RecordReader} makes records of. Out: numbers that are not finite are null.
 */
final class Json {
  /** What stands in front of a message. */
  private static final String WHERE = "request";

  private static final int DEEPEST = 16;
  private static final Gson GSON =
      new GsonBuilder()
          .disableHtmlEscaping()
          .serializeNulls()
          .registerTypeAdapter(Double.class, new FiniteOrNull())
          .create();

  private Json() {}

  /** A value on one line, with a line feed behind it. */
  static String line(Object value) {
    return GSON.toJson(value) + "\n";
  }

  /**
   * The object that a body holds.
   *
   * @throws InputException if it is no JSON object
   */
  static YamlNode.Mapping object(byte[] body) {
    try (JsonReader reader = new JsonReader(new StringReader(text(body)))) {
      reader.setStrictness(Strictness.STRICT);
      YamlNode node = node(reader, 0);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new InputException(WHERE + ": something follows the JSON object");
      }
      if (node instanceof YamlNode.Mapping object) {
        return object;
      }
      throw new InputException(
          WHERE + ": expected a JSON object such as {\"text\": \"Hello.\"}, found a value");
    } catch (MalformedJsonException | EOFException | IllegalStateException e) {
      throw new InputException(WHERE + ": not JSON", e);
    } catch (IOException e) {
      throw new InputException(WHERE + ": cannot be read", e);
    }
  }

  private static String text(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new InputException(WHERE + ": not UTF-8", e);
    }
  }

  private static YamlNode node(JsonReader reader, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new InputException(WHERE + ": nested too deep");
    }
    return switch (reader.peek()) {
      case BEGIN_OBJECT -> mapping(reader, depth);
      case BEGIN_ARRAY -> sequence(reader, depth);
      case STRING -> new YamlNode.Scalar(wellFormed(reader.nextString()), false, WHERE);
      case BOOLEAN -> new YamlNode.Scalar(String.valueOf(reader.nextBoolean()), true, WHERE);
      case NULL -> {
        reader.nextNull();
        yield new YamlNode.Scalar("", true, WHERE);
      }
      default -> new YamlNode.Scalar(reader.nextString(), true, WHERE);
    };
  }

  private static YamlNode mapping(JsonReader reader, int depth) throws IOException {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    reader.beginObject();
    while (reader.hasNext()) {
      String key = wellFormed(reader.nextName());
      if (entries.putIfAbsent(key, node(reader, depth + 1)) != null) {
        throw new InputException(
            WHERE + ": a key is given twice: " + key.replaceAll("[\\s\\p{Cntrl}]+", " "));
      }
    }
    reader.endObject();
    return new YamlNode.Mapping(entries, WHERE);
  }

  private static YamlNode sequence(JsonReader reader, int depth) throws IOException {
    List<YamlNode> items = new ArrayList<>();
    reader.beginArray();
    while (reader.hasNext()) {
      items.add(node(reader, depth + 1));
    }
    reader.endArray();
    return new YamlNode.Sequence(items, WHERE);
  }

  /** An escape such as {@code \ud83d} can name half a character. */
  private static String wellFormed(String text) {
    if (!StandardCharsets.UTF_16.newEncoder().canEncode(text)) {
      throw new InputException(WHERE + ": a text holds half a character (an unpaired surrogate)");
    }
    return text;
  }

  private static final class FiniteOrNull extends TypeAdapter<Double> {
    @Override
    public void write(JsonWriter out, @Nullable Double value) throws IOException {
      if (value == null || !Double.isFinite(value)) {
        out.nullValue();
      } else {
        out.value(value);
      }
    }

    @Override
    public Double read(JsonReader in) throws IOException {
      return in.nextDouble();
    }
  }
}
