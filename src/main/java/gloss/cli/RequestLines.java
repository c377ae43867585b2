package gloss.cli;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import gloss.recipe.WordsRecipe;
import gloss.task.TranslationRequest;
import gloss.text.InputException;
import gloss.text.LineReader;
import gloss.yaml.InvalidValue;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is to be translated, a line of text or of JSON each. */
final class RequestLines extends LineRequests<TranslationRequest> {
  private static final Gson GSON = new Gson();

  private final InputFormat format;
  private final Function<String, TranslationRequest> plain;

  /** What a line of JSON may say. */
  private record Wanted(
      @Nullable String text,
      @Nullable String prefix,
      @Nullable List<String> must,
      @SerializedName("must-not") @Nullable List<String> mustNot) {}

  /**
   * Requests from lines.
   *
   * @param plain the request for a text with the words that hold for all
   */
  RequestLines(LineReader lines, InputFormat format, Function<String, TranslationRequest> plain) {
    super(lines);
    this.format = format;
    this.plain = plain;
  }

  @Override
  TranslationRequest request(String line, String place) {
    return request(line, format, plain, place + ": ");
  }

  @Override
  int characters(TranslationRequest request) {
    return request.text().length();
  }

  /**
   * What one line asks for.
   *
   * @param plain the request for a text with the words that hold for all
   * @param where what messages begin with
   */
  static TranslationRequest request(
      String line, InputFormat format, Function<String, TranslationRequest> plain, String where) {
    return format == InputFormat.text ? plain.apply(line) : wanted(line, plain, where);
  }

  private static TranslationRequest wanted(
      String line, Function<String, TranslationRequest> plain, String where) {
    try {
      Wanted wanted = GSON.fromJson(line, Wanted.class);
      if (wanted == null || wanted.text == null) {
        throw new InputException(where + "expected a JSON object with the key 'text'");
      }
      WordsRecipe all = plain.apply(wanted.text).words();
      return new TranslationRequest(
          wanted.text.replace('\n', ' '),
          new WordsRecipe(
              wanted.prefix == null ? all.prefix() : wanted.prefix,
              wanted.must == null ? all.must() : wanted.must,
              wanted.mustNot == null ? all.mustNot() : wanted.mustNot));
    } catch (JsonParseException e) {
      throw new InputException(where + "expected a JSON object such as {\"text\": \"a line\"}", e);
    } catch (InvalidValue e) {
      throw new InputException(where + e.getMessage(), e);
    }
  }
}
