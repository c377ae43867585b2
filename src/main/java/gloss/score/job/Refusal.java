package gloss.score.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

  /** Files that differ in length: the name of each with its number of lines. */
  public static Refusal unequalLengths(Map<String, Long> lengths) {
    List<String> each = new ArrayList<>();
    lengths.forEach((name, lines) -> each.add(name + " has " + lines));
    return new Refusal(
        "files differ in length: "
            + String.join(", ", each)
            + " lines; every file needs one line per segment (several references in one file:"
            + " part them by TAB and give --num-refs)",
        UNEQUAL_LENGTHS);
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
