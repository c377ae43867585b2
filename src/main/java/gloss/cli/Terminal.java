package gloss.cli;

/** Whether a person looks on. */
final class Terminal {
  private Terminal() {}

  /** Whether stderr is a terminal; the launcher knows. */
  static boolean attached() {
    return Boolean.getBoolean("gloss.terminal");
  }
}
