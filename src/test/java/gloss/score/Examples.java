package gloss.score;

import java.util.List;

/** Three sentences whose scores were printed by sacreBLEU 2.6.0 with NumPy 2. */
public final class Examples {
  public static final List<String> HYPOTHESES =
      List.of("The dog bit the man.", "It wasn't surprising.", "The man had just bitten him.");
  public static final List<String> FIRST =
      List.of("The dog bit the man.", "It was not unexpected.", "The man bit him first.");
  public static final List<String> SECOND =
      List.of("The dog had bit the man.", "No one was surprised.", "The man had bitten the dog.");

  private Examples() {}

  /** With one reference. */
  public static List<Segment> single() {
    return Segments.of(HYPOTHESES, FIRST);
  }

  /** With two references. */
  public static List<Segment> twofold() {
    return Segments.of(HYPOTHESES, FIRST, SECOND);
  }
}
