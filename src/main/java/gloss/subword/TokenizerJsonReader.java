package gloss.subword;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what {@link TokenizerJson} writes and refuses every other kind of tokenizer. */
final class TokenizerJsonReader {
  /** The parts that decide how text becomes ids and ids become text. */
  private static final List<String> DECISIVE =
      List.of("normalizer", "pre_tokenizer", "decoder", "model");

  /** Why a file cannot be read; the caller adds its name. */
  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refusal(String message) {
      super(message);
    }
  }

  private TokenizerJsonReader() {}

  static Subwords read(Path path) throws IOException {
    try {
      return subwords(parse(Files.readString(path)));
    } catch (NoSuchFileException e) {
      throw new InputException(path + ": no such file", e);
    } catch (CharacterCodingException e) {
      throw new InputException(path + ": not a tokenizer.json: it is not UTF-8 text", e);
    } catch (JsonParseException e) {
      throw new InputException(path + ": not a tokenizer.json: " + reason(e), e);
    } catch (Refusal | IllegalArgumentException e) {
      throw new InputException(path + ": " + e.getMessage(), e);
    }
  }

  private static String reason(JsonParseException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("damaged");
  }

  private static JsonObject parse(String text) {
    JsonElement root = TokenizerJson.GSON.fromJson(text, JsonElement.class);
    return object(root, "the file");
  }

  private static Subwords subwords(JsonObject root) {
    JsonObject frame = TokenizerJson.frame();
    for (String part : DECISIVE) {
      difference(part, frame.get(part), root.get(part))
          .ifPresent(
              place -> {
                throw new Refusal(
                    "'" + place + "' is not as Gloss writes it; learn the subwords with Gloss");
              });
    }
    JsonObject model = object(root.get("model"), "model");
    List<String> tokens = tokens(object(model.get("vocab"), "model.vocab"));
    int specials = specials(array(root.get("added_tokens"), "added_tokens"), tokens);
    return new Subwords(
        new Vocabulary(tokens, specials), merges(array(model.get("merges"), "model.merges")));
  }

  /** The first place where something expected is missing or different. */
  private static Optional<String> difference(
      String place, JsonElement expected, @Nullable JsonElement actual) {
    if (expected.isJsonObject() && actual != null && actual.isJsonObject()) {
      return expected.getAsJsonObject().entrySet().stream()
          .flatMap(
              e ->
                  difference(
                      place + "." + e.getKey(),
                      e.getValue(),
                      actual.getAsJsonObject().get(e.getKey()))
                      .stream())
          .findFirst();
    }
    if (expected.isJsonArray() && actual != null && actual.isJsonArray()) {
      JsonArray wanted = expected.getAsJsonArray();
      JsonArray given = actual.getAsJsonArray();
      for (int i = 0; i < Math.max(wanted.size(), given.size()); i++) {
        Optional<String> inside =
            i < wanted.size() && i < given.size()
                ? difference(place + "[" + i + "]", wanted.get(i), given.get(i))
                : Optional.of(place);
        if (inside.isPresent()) {
          return inside;
        }
      }
      return Optional.empty();
    }
    boolean same = actual == null ? isDefault(expected) : expected.equals(actual);
    return same ? Optional.empty() : Optional.of(place);
  }

  /** Older versions leave out settings that were not yet invented: null and false. */
  private static boolean isDefault(JsonElement value) {
    return value.isJsonNull() || value.equals(new JsonPrimitive(false));
  }

  private static List<String> tokens(JsonObject vocabulary) {
    @Nullable String[] tokens = new @Nullable String[vocabulary.size()];
    for (Map.Entry<String, JsonElement> entry : vocabulary.entrySet()) {
      int id = integer(entry.getValue(), "model.vocab: the id of '" + entry.getKey() + "'");
      if (id < 0 || id >= tokens.length || tokens[id] != null) {
        throw new Refusal(
            "model.vocab: the ids of %d tokens must be 0 to %d, each once; '%s' has %d"
                .formatted(tokens.length, tokens.length - 1, entry.getKey(), id));
      }
      tokens[id] = entry.getKey();
    }
    return Arrays.stream(tokens).map(String::valueOf).toList();
  }

  private static int specials(JsonArray added, List<String> tokens) {
    for (int id = 0; id < added.size(); id++) {
      JsonObject token = object(added.get(id), "added_tokens");
      String content = string(token.get("content"), "added_tokens: content");
      boolean inPlace = id < tokens.size() && tokens.get(id).equals(content);
      boolean special = new JsonPrimitive(true).equals(token.get("special"));
      if (!inPlace || !special || integer(token.get("id"), "added_tokens: id") != id) {
        throw new Refusal(
            "added_tokens: '" + content + "' is not a special token with the id " + id);
      }
    }
    return added.size();
  }

  private static List<Merge> merges(JsonArray merges) {
    Set<Merge> distinct = new LinkedHashSet<>();
    for (JsonElement element : merges) {
      Merge merge = merge(element);
      if (!distinct.add(merge)) {
        throw new Refusal("model.merges: '" + merge + "' occurs twice");
      }
    }
    return new ArrayList<>(distinct);
  }

  /** A merge is written {@code "a b"}, by newer versions of Hugging Face {@code ["a", "b"]}. */
  private static Merge merge(JsonElement element) {
    List<String> sides =
        element.isJsonArray()
            ? element.getAsJsonArray().asList().stream()
                .map(side -> string(side, "model.merges: a side"))
                .toList()
            : List.of(string(element, "model.merges: an entry").split(" ", -1));
    if (sides.size() != 2 || sides.get(0).isEmpty() || sides.get(1).isEmpty()) {
      throw new Refusal("model.merges: not two symbols: " + element);
    }
    return new Merge(sides.get(0), sides.get(1));
  }

  private static JsonObject object(@Nullable JsonElement element, String place) {
    if (element == null || !element.isJsonObject()) {
      throw new Refusal("not a tokenizer.json: " + place + " is not an object");
    }
    return element.getAsJsonObject();
  }

  private static JsonArray array(@Nullable JsonElement element, String place) {
    if (element == null || !element.isJsonArray()) {
      throw new Refusal(place + " is not a list");
    }
    return element.getAsJsonArray();
  }

  private static String string(@Nullable JsonElement element, String place) {
    if (element instanceof JsonPrimitive value && value.isString()) {
      return value.getAsString();
    }
    throw new Refusal(place + " is not a string");
  }

  private static int integer(@Nullable JsonElement element, String place) {
    if (element instanceof JsonPrimitive value && value.isNumber()) {
      double number = value.getAsDouble();
      if (number == Math.rint(number) && Math.abs(number) <= Integer.MAX_VALUE) {
        return (int) number;
      }
    }
    throw new Refusal(place + " is not a whole number");
  }
}
