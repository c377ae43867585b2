package gloss.cli;

/** The terminal that stderr is, if it is one; the launcher knows. */
final class Terminal {
  private static final int USUAL_WIDTH = 80;

  private Terminal() {}

  /** Whether stderr is a terminal. */
  static boolean attached() {
    return Boolean.getBoolean("gloss.terminal");
  }

  /** How many characters fit into a line. */
  static int columns() {
    int columns = Integer.getInteger("gloss.columns", USUAL_WIDTH);
    return columns > 0 ? columns : USUAL_WIDTH;
  }
}
