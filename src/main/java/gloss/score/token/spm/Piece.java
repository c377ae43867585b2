package gloss.score.token.spm;

/**
 * An entry of a model's vocabulary.
 *
 * @param text its characters; white space is written as U+2581
 * @param score log probability, or minus the rank of a merge
 * @param type what it is for
 */
record Piece(String text, float score, Type type) {
  /** Types in the order of their numbers, which begin at 1. */
  enum Type {
    NORMAL,
    UNKNOWN,
    CONTROL,
    USER_DEFINED,
    UNUSED,
    BYTE;

    static Type of(long number) {
      if (number < 1 || number > values().length) {
        throw new IllegalArgumentException("unknown type of piece " + number);
      }
      return values()[(int) number - 1];
    }
  }

  /** Whether it may stand for characters of a text. */
  boolean isText() {
    return type == Type.NORMAL || type == Type.USER_DEFINED || type == Type.UNUSED;
  }
}
