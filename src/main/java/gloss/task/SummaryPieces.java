package gloss.task;

import gloss.subword.CopyVocabulary;
import java.util.Arrays;

/** Tokens of a summary as they stand in it, with the space before them. */
final class SummaryPieces {
  private final CopyVocabulary vocabulary;
  private final CopyVocabulary.Reading reading;
  private int[] ids = new int[0];
  private String before = "";
  private boolean onNewLine;

  /** At the beginning of the summary of a text. */
  SummaryPieces(CopyVocabulary vocabulary, CopyVocabulary.Reading reading) {
    this.vocabulary = vocabulary;
    this.reading = reading;
  }

  /** How the text would go on with an id; of a special one or a part of a character, its name. */
  String text(int id) {
    String text = vocabulary.text(with(id), reading);
    if (!text.startsWith(before) || text.length() == before.length() || text.endsWith("\ufffd")) {
      return vocabulary.token(id, reading);
    }
    String piece = text.substring(before.length());
    return onNewLine ? piece.stripLeading() : piece;
  }

  /** Goes on with an id. */
  String next(int id) {
    String piece = text(id);
    ids = with(id);
    before = vocabulary.text(ids, reading);
    onNewLine = piece.equals("\n");
    return piece;
  }

  private int[] with(int id) {
    int[] more = Arrays.copyOf(ids, ids.length + 1);
    more[ids.length] = id;
    return more;
  }
}
