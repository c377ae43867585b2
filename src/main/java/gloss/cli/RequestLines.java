package gloss.cli;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import gloss.recipe.WordsRecipe;
import gloss.task.TranslationRequest;
import gloss.text.InputException;
import gloss.text.LineEnds;
import gloss.text.LineReader;
import gloss.yaml.InvalidValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The requests of an input, read one after the other. */
final class RequestLines implements Iterator<TranslationRequest> {
  private static final Gson GSON = new Gson();

  private final LineReader lines;
  private final InputFormat format;
  private final Function<String, TranslationRequest> plain;
  private @Nullable String next;

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
    this.lines = lines;
    this.format = format;
    this.plain = plain;
  }

  /** Whether the next request, or the end, can be had without waiting for who writes it. */
  boolean isReady() {
    try {
      return next != null || lines.isReady();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean hasNext() {
    try {
      next = next == null ? lines.next() : next;
      return next != null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public TranslationRequest next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    String line = LineEnds.trim(next, lines.lineNumber() == 1);
    next = null;
    return request(line, format, plain, lines.name() + ":" + lines.lineNumber() + ": ");
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
