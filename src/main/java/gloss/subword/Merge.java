package gloss.subword;

/** One merge: wherever {@code left} stands before {@code right}, the two become one symbol. */
record Merge(String left, String right) {
  /** The new symbol. */
  String result() {
    return left + right;
  }

  @Override
  public String toString() {
    return left + " " + right;
  }
}
