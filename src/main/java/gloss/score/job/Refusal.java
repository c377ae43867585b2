package gloss.score.job;

/** Input that cannot be scored, where sacreBLEU's exit code is expected by its users. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** What sacreBLEU exits with if files differ in length. */
  private static final int UNEQUAL_LENGTHS = 1;

  private final String line;
  private final int exitCode;

  private Refusal(String message, int exitCode) {
    super(message);
    this.line = message;
    this.exitCode = exitCode;
  }

  static Refusal unequalLengths(String message) {
    return new Refusal(message, UNEQUAL_LENGTHS);
  }

  /** One line for the user. */
  public String line() {
    return line;
  }

  /** What the command line should exit with. */
  public int exitCode() {
    return exitCode;
  }
}
