package gloss.corpus;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import gloss.text.InputException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of JSON lines: an object whose fields are texts, or lists of texts. */
public final class JsonRecord {
  private static final Gson GSON = new GsonBuilder().setStrictness(Strictness.STRICT).create();

  private final JsonObject fields;
  private final String place;

  private JsonRecord(JsonObject fields, String place) {
    this.fields = fields;
    this.place = place;
  }

  /**
   * Reads a line.
   *
   * @param place file and line, for messages
   * @throws InputException if it is no JSON object
   */
  public static JsonRecord parse(String line, String place) {
    try {
      if (GSON.fromJson(line, JsonElement.class) instanceof JsonObject object) {
        return new JsonRecord(object, place);
      }
    } catch (JsonParseException e) {
      throw new InputException(place + ": is no JSON object", e);
    }
    throw new InputException(place + ": is no JSON object");
  }

  /** Whether there is such a field, and it is not null. */
  public boolean has(String field) {
    return fields.has(field) && !fields.get(field).isJsonNull();
  }

  /** A field's text; of a list, the texts one below the other: one sentence a line. */
  public String text(String field) {
    return String.join("\n", texts(field));
  }

  /**
   * The texts of a field: one, or those of a list.
   *
   * @throws InputException if there is no such field, or it holds something else; says which fields
   *     there are
   */
  public List<String> texts(String field) {
    if (!has(field)) {
      List<String> there = fields.keySet().stream().filter(this::has).toList();
      throw new InputException(
          "%s: has no field '%s'; it has %s"
              .formatted(place, field, there.isEmpty() ? "none" : String.join(", ", there)));
    }
    JsonElement value = fields.get(field);
    if (!(value instanceof JsonArray list)) {
      return List.of(string(field, value));
    }
    List<String> texts = new ArrayList<>();
    list.forEach(element -> texts.add(string(field, element)));
    return texts;
  }

  private String string(String field, @Nullable JsonElement value) {
    if (value instanceof JsonPrimitive primitive && primitive.isString()) {
      return primitive.getAsString();
    }
    throw new InputException(
        "%s: the field '%s' is neither a text nor a list of texts".formatted(place, field));
  }
}
