package gloss.subword;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import gloss.text.AtomicFile;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * {@link Words} as a Hugging Face {@code tokenizer.json}: a normalizer that brings white space, and
 * letters if so wished, into one form, a pre-tokenizer that splits by {@link Words#PATTERN}, and a
 * WordLevel model. What is unknown there is {@code <unk>}.
 */
final class WordsJson {
  private static final String FRAME =
      """
      {
        "version": "1.0",
        "truncation": null,
        "padding": null,
        "added_tokens": [],
        "normalizer": {
          "type": "Sequence",
          "normalizers": [
            {"type": "Strip", "strip_left": true, "strip_right": true},
            {"type": "Replace", "pattern": {"Regex": "\\\\s*\\\\n\\\\s*"}, "content": "\\n "},
            {"type": "Replace", "pattern": {"Regex": "[^\\\\S\\\\n]+"}, "content": " "},
            {"type": "Prepend", "prepend": " "}%s
          ]
        },
        "pre_tokenizer": {
          "type": "Split",
          "pattern": {"Regex": %s},
          "behavior": "Isolated",
          "invert": false
        },
        "post_processor": null,
        "decoder": {"type": "Fuse"},
        "model": {"type": "WordLevel", "unk_token": "<unk>"}
      }
      """;

  private static final String LOWER_CASE = ", {\"type\": \"Lowercase\"}";

  private WordsJson() {}

  static void write(Words words, Path file) throws IOException {
    String frame =
        FRAME.formatted(
            words.isLowercase() ? LOWER_CASE : "", TokenizerJson.GSON.toJson(Words.PATTERN));
    JsonObject root = TokenizerJson.GSON.fromJson(frame, JsonObject.class);
    JsonObject vocabulary = new JsonObject();
    words.vocabulary().tokens().forEach(t -> vocabulary.addProperty(t, vocabulary.size()));
    root.getAsJsonObject("model").add("vocab", vocabulary);
    AtomicFile.writeString(file, TokenizerJson.GSON.toJson(root) + "\n");
  }

  private static JsonObject root(Path file) throws IOException {
    try {
      if (TokenizerJson.GSON.fromJson(Files.readString(file), JsonElement.class)
          instanceof JsonObject root) {
        return root;
      }
    } catch (NoSuchFileException e) {
      throw new InputException(file + ": no such file", e);
    } catch (JsonParseException | java.nio.charset.CharacterCodingException e) {
      throw new InputException(file + ": is damaged: no JSON", e);
    }
    throw InputException.in(file, "is damaged: no JSON object");
  }

  static boolean isWords(Path file) throws IOException {
    return root(file).get("model") instanceof JsonObject model
        && model.get("type") != null
        && "WordLevel".equals(model.get("type").getAsString());
  }

  static Words read(Path file) throws IOException {
    JsonObject root = root(file);
    try {
      List<String> tokens =
          List.copyOf(root.getAsJsonObject("model").getAsJsonObject("vocab").keySet());
      boolean lowercase = root.get("normalizer").toString().contains("\"Lowercase\"");
      return new Words(new Vocabulary(tokens, Vocabulary.STANDARD_SPECIALS.size()), lowercase);
    } catch (RuntimeException e) {
      throw new InputException(file + ": is damaged: " + e.getMessage(), e);
    }
  }
}
