package gloss.corpus.table;

/** What stands between the cells of a row. */
public enum Separator {
  /** The one of the others by which the first rows have the same number of cells. */
  AUTO(','),
  /** {@code ,}. */
  COMMA(','),
  /** {@code ;}. */
  SEMICOLON(';'),
  /** A tab. */
  TAB('\t');

  private final char character;

  Separator(char character) {
    this.character = character;
  }

  /** The character itself. */
  char character() {
    return character;
  }
}
