package gloss.train;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonIOException;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSyntaxException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The header of a {@link Safetensors} file: where each array's numbers lie, without gap or overlap,
 * and what else is to be known.
 */
record SafetensorsHeader(List<Slot> slots, Map<String, String> metadata) {
  private static final String METADATA = "__metadata__";
  private static final int BYTES = 4;
  private static final int ALIGNMENT = 8;

  /** The numbers of an array, from byte {@code from} to {@code to} after the header. */
  record Slot(String name, long[] shape, long from, long to) {}

  /** The header of arrays that lie one after the other. */
  static SafetensorsHeader of(Map<String, long[]> shapes, Map<String, String> metadata) {
    List<Slot> slots = new ArrayList<>();
    long from = 0;
    for (Map.Entry<String, long[]> array : shapes.entrySet()) {
      long to = from + bytes(array.getValue());
      slots.add(new Slot(array.getKey(), array.getValue(), from, to));
      from = to;
    }
    return new SafetensorsHeader(slots, metadata);
  }

  private static long bytes(long[] shape) {
    long bytes = BYTES;
    for (long size : shape) {
      bytes = Math.multiplyExact(bytes, size);
    }
    return bytes;
  }

  /** The header as it is written: JSON, filled up with spaces to a multiple of eight bytes. */
  String toJson() {
    JsonObject header = new JsonObject();
    JsonObject strings = new JsonObject();
    metadata.forEach(strings::addProperty);
    header.add(METADATA, strings);
    for (Slot slot : slots) {
      JsonObject entry = new JsonObject();
      entry.addProperty("dtype", "F32");
      entry.add("shape", array(slot.shape));
      entry.add("data_offsets", array(slot.from, slot.to));
      header.add(slot.name, entry);
    }
    String text = header.toString();
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    return text + " ".repeat((ALIGNMENT - bytes % ALIGNMENT) % ALIGNMENT);
  }

  private static JsonArray array(long... values) {
    JsonArray array = new JsonArray();
    for (long value : values) {
      array.add(value);
    }
    return array;
  }

  /**
   * Reads a header.
   *
   * @param bytes how many bytes of numbers follow it
   * @throws JsonParseException with the reason if something is wrong with it
   */
  static SafetensorsHeader parse(String text, long bytes) {
    JsonObject header = object(strictly(text), "the header");
    Map<String, String> metadata = new LinkedHashMap<>();
    JsonElement strings = header.remove(METADATA);
    if (strings != null) {
      object(strings, METADATA)
          .asMap()
          .forEach((name, value) -> metadata.put(name, string(value, METADATA + "." + name)));
    }
    List<Slot> slots = new ArrayList<>();
    header.asMap().forEach((name, entry) -> slots.add(slot(name, object(entry, name))));
    slots.sort(Comparator.comparingLong(Slot::from).thenComparingLong(Slot::to));
    long end = 0;
    for (Slot slot : slots) {
      check(slot.from == end, slot.name + " begins at byte " + slot.from + ", not at " + end);
      end = slot.to;
    }
    check(end == bytes, "it tells of " + end + " bytes of numbers, there are " + bytes);
    return new SafetensorsHeader(slots, metadata);
  }

  private static JsonElement strictly(String text) {
    JsonReader reader = new JsonReader(new StringReader(text));
    reader.setStrictness(Strictness.STRICT);
    try {
      JsonElement element = JsonParser.parseReader(reader);
      check(reader.peek() == JsonToken.END_DOCUMENT, "something follows it");
      return element;
    } catch (IOException | JsonSyntaxException | JsonIOException e) {
      throw new JsonParseException("it is not JSON", e);
    }
  }

  private static Slot slot(String name, JsonObject entry) {
    String type = string(entry.get("dtype"), name + ".dtype");
    check(type.equals("F32"), name + " is of type " + type + "; only F32 is read");
    long[] shape = numbers(entry.get("shape"), name + ".shape");
    long[] offsets = numbers(entry.get("data_offsets"), name + ".data_offsets");
    check(offsets.length == 2, name + ".data_offsets must be two numbers");
    try {
      check(
          Math.subtractExact(offsets[1], offsets[0]) == bytes(shape),
          name + " has bytes for another shape");
    } catch (ArithmeticException e) {
      throw new JsonParseException(name + ".shape is too large", e);
    }
    return new Slot(name, shape, offsets[0], offsets[1]);
  }

  private static JsonObject object(JsonElement element, String what) {
    check(element.isJsonObject(), what + " is no JSON object");
    return element.getAsJsonObject();
  }

  private static String string(@Nullable JsonElement element, String what) {
    if (element instanceof JsonPrimitive primitive && primitive.isString()) {
      return primitive.getAsString();
    }
    throw new JsonParseException(what + " is no string");
  }

  private static long[] numbers(@Nullable JsonElement element, String what) {
    if (!(element instanceof JsonArray array)) {
      throw new JsonParseException(what + " is no list of numbers");
    }
    return array.asList().stream().mapToLong(number -> number(number, what)).toArray();
  }

  private static long number(JsonElement element, String what) {
    if (element instanceof JsonPrimitive primitive
        && primitive.isNumber()
        && primitive.getAsString().matches("[0-9]{1,18}")) {
      return primitive.getAsLong();
    }
    throw new JsonParseException(what + " holds something else than whole numbers");
  }

  private static void check(boolean condition, String otherwise) {
    if (!condition) {
      throw new JsonParseException(otherwise);
    }
  }
}
