package gloss.subword;

import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Turns a text and what is written about it into ids, so that words of the text can be copied even
 * if no vocabulary holds them: these have ids from {@link #size} on, numbered anew for each text.
 *
 * <p>Texts are brought into one form first: runs of white space become one space, or one line feed
 * if they hold one, and there is none at the ends. So a word has the same id wherever it stands.
 * Immutable, for any number of threads.
 */
public sealed interface CopyVocabulary permits Words, SubwordVocabulary {
  /** How many ids mean the same in every text. */
  int size();

  /**
   * A text in ids.
   *
   * @param ids below {@link #size}, or that plus a place in {@code unknown}
   * @param unknown the words of this text that the vocabulary lacks, as they stand in it
   */
  record Reading(int[] ids, List<String> unknown) {
    /** Copies the list. */
    public Reading {
      unknown = List.copyOf(unknown);
    }
  }

  /** The text to be written about, as far as so many ids. */
  Reading read(String text, int most);

  /** How many ids the whole text has. */
  int length(String text);

  /** What is written, with words taken from a text; {@code <unk>} for what neither holds. */
  int[] write(String summary, Reading text);

  /** The text of ids that were written about a text; special ids are left out. */
  String text(int[] ids, Reading text);

  /** What an id adds to a text that is written, with the white space before it. */
  String written(int id, Reading text);

  /** The id's token as messages and logs show it. */
  String token(int id, Reading text);

  /** What an id stands for is called, in the plural. */
  String unit();

  /** The special tokens come first, as many as this. */
  int specials();

  /** Writes a {@code tokenizer.json}. */
  void write(Path tokenizerJson) throws IOException;

  /**
   * Reads what {@link #write(Path)} has written.
   *
   * @throws InputException if the file is missing or damaged
   */
  static CopyVocabulary read(Path tokenizerJson) throws IOException {
    return WordsJson.isWords(tokenizerJson)
        ? WordsJson.read(tokenizerJson)
        : new SubwordVocabulary(Subwords.read(tokenizerJson));
  }

  /** A text in its one form. */
  static String normalized(String text) {
    StringBuilder form = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int end = at;
      boolean feed = false;
      while (end < text.length() && isSpace(text.charAt(end))) {
        feed |= text.charAt(end) == '\n';
        end++;
      }
      if (end > at && end < text.length() && form.length() > 0) {
        form.append(feed ? '\n' : ' ');
      }
      if (end == at) {
        form.append(text.charAt(end++));
      }
      at = end;
    }
    return form.toString();
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
