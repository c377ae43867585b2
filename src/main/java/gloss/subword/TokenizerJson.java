package gloss.subword;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.Strictness;
import java.util.List;

/**
 * Writes {@link Subwords} as a Hugging Face {@code tokenizer.json}: no normalizer; a pre-tokenizer
 * that splits by {@link PreTokenizer#PATTERN} and maps bytes to characters; a BPE model with
 * vocabulary and merges; the byte-level decoder; the special tokens as added tokens.
 */
final class TokenizerJson {
  static final Gson GSON =
      new GsonBuilder()
          .setStrictness(Strictness.STRICT)
          .serializeNulls()
          .disableHtmlEscaping()
          .setPrettyPrinting()
          .create();

  /** What is the same in every file. */
  private static final String FRAME =
      """
      {
        "version": "1.0",
        "truncation": null,
        "padding": null,
        "added_tokens": [],
        "normalizer": null,
        "pre_tokenizer": {
          "type": "Sequence",
          "pretokenizers": [
            {
              "type": "Split",
              "pattern": {"Regex": %s},
              "behavior": "Isolated",
              "invert": false
            },
            {
              "type": "ByteLevel",
              "add_prefix_space": false,
              "trim_offsets": true,
              "use_regex": false
            }
          ]
        },
        "post_processor": null,
        "decoder": {
          "type": "ByteLevel",
          "add_prefix_space": true,
          "trim_offsets": true,
          "use_regex": true
        },
        "model": {
          "type": "BPE",
          "dropout": null,
          "unk_token": null,
          "continuing_subword_prefix": null,
          "end_of_word_suffix": null,
          "fuse_unk": false,
          "byte_fallback": false,
          "ignore_merges": false
        }
      }
      """
          .formatted(GSON.toJson(PreTokenizer.PATTERN));

  private TokenizerJson() {}

  static String text(Subwords subwords) {
    JsonObject root = frame();
    List<String> specials = subwords.vocabulary().specials();
    for (int id = 0; id < specials.size(); id++) {
      root.getAsJsonArray("added_tokens").add(addedToken(id, specials.get(id)));
    }
    JsonObject vocabulary = new JsonObject();
    subwords.vocabulary().tokens().forEach(t -> vocabulary.addProperty(t, vocabulary.size()));
    root.getAsJsonObject("model").add("vocab", vocabulary);
    JsonArray merges = new JsonArray();
    subwords.mergeList().forEach(merge -> merges.add(merge.toString()));
    root.getAsJsonObject("model").add("merges", merges);
    return GSON.toJson(root) + "\n";
  }

  /** A file without its special tokens, vocabulary and merges. */
  static JsonObject frame() {
    return GSON.fromJson(FRAME, JsonObject.class);
  }

  private static JsonObject addedToken(int id, String content) {
    JsonObject token = new JsonObject();
    token.addProperty("id", id);
    token.addProperty("content", content);
    for (String flag : List.of("single_word", "lstrip", "rstrip", "normalized")) {
      token.addProperty(flag, false);
    }
    token.addProperty("special", true);
    return token;
  }
}
