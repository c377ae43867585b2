package gloss.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a JSON object's fields and takes one that is missing or of another type as absent. */
record Fields(JsonObject object) {

  double number(String name) {
    return number(object.get(name));
  }

  long whole(String name) {
    double value = number(name);
    return Double.isNaN(value) ? 0 : (long) value;
  }

  String text(String name) {
    return text(object.get(name));
  }

  boolean flag(String name) {
    return object.get(name) instanceof JsonPrimitive p && p.isBoolean() && p.getAsBoolean();
  }

  /** The object of that name, empty where there is none. */
  Fields fields(String name) {
    return new Fields(object.get(name) instanceof JsonObject o ? o : new JsonObject());
  }

  /** The objects in the array of that name. */
  List<Fields> list(String name) {
    List<Fields> list = new ArrayList<>();
    if (object.get(name) != null && object.get(name).isJsonArray()) {
      for (JsonElement element : object.getAsJsonArray(name)) {
        if (element instanceof JsonObject o) {
          list.add(new Fields(o));
        }
      }
    }
    return list;
  }

  /** The texts in the array of that name. */
  List<String> texts(String name) {
    return elements(object.get(name)).stream().map(Fields::text).toList();
  }

  /** The whole numbers in the arrays in the array of that name. */
  List<List<Long>> rows(String name) {
    return elements(object.get(name)).stream()
        .map(row -> elements(row).stream().map(cell -> (long) number(cell)).toList())
        .toList();
  }

  private static List<JsonElement> elements(@Nullable JsonElement array) {
    return array != null && array.isJsonArray() ? array.getAsJsonArray().asList() : List.of();
  }

  Map<String, Double> numbers() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    object.asMap().forEach((name, value) -> numbers.put(name, number(value)));
    numbers.values().removeIf(value -> value.isNaN());
    return numbers;
  }

  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    object.asMap().forEach((name, value) -> texts.put(name, text(value)));
    texts.values().removeIf(String::isEmpty);
    return texts;
  }

  private static double number(@Nullable JsonElement value) {
    return value instanceof JsonPrimitive p && p.isNumber() ? p.getAsDouble() : Double.NaN;
  }

  private static String text(@Nullable JsonElement value) {
    return value instanceof JsonPrimitive p ? p.getAsString() : "";
  }
}
