package gloss.subword;

import gloss.text.InputException;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Token ids as a line of text: the tokens, or the ids as numbers, with spaces between them. */
public final class TokenText {
  private final IntFunction<String> writer;
  private final ToIntFunction<String> reader;

  private TokenText(IntFunction<String> writer, ToIntFunction<String> reader) {
    this.writer = writer;
    this.reader = reader;
  }

  /** Tokens as they stand in the vocabulary. None holds a space, unless a special one does. */
  public static TokenText ofTokens(Vocabulary vocabulary) {
    return new TokenText(
        vocabulary::token,
        token ->
            vocabulary
                .id(token)
                .orElseThrow(
                    () -> new InputException("'" + token + "' is not a token of the vocabulary")));
  }

  /** Ids as decimal numbers. */
  public static TokenText ofIds(Vocabulary vocabulary) {
    return new TokenText(Integer::toString, word -> id(word, vocabulary.size()));
  }

  private static int id(String word, int size) {
    try {
      int id = Integer.parseInt(word);
      if (id >= 0 && id < size) {
        return id;
      }
    } catch (NumberFormatException e) {
      throw new InputException("'" + word + "' is not a token id; ids are whole numbers", e);
    }
    throw new InputException("there is no token " + word + "; ids are 0 to " + (size - 1));
  }

  /** The line for ids; empty for none. */
  public String write(int[] ids) {
    return Arrays.stream(ids).mapToObj(writer).collect(Collectors.joining(" "));
  }

  /**
   * The ids of a line.
   *
   * @throws InputException if a word of the line is no token
   */
  public int[] read(String line) {
    return Arrays.stream(line.split(" "))
        .filter(word -> !word.isEmpty())
        .mapToInt(reader)
        .toArray();
  }
}
