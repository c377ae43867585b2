package gloss.corpus.check;

import java.util.List;

/**
 * What was seen of one split.
 *
 * @param pairs number of pairs
 */
public record SplitReport(
    String name, long pairs, Side source, Side target, Ratio ratio, List<Finding> findings) {
  /** Copies the list. */
  public SplitReport {
    findings = List.copyOf(findings);
  }

  /** The lengths of one side, in words (by white space) and in characters. */
  public record Side(Histogram words, Histogram characters) {}

  /**
   * Target lengths over source lengths.
   *
   * @param mean their geometric mean
   * @param low below this a ratio is unusual
   * @param high from this on a ratio is unusual
   */
  public record Ratio(double mean, double low, double high) {}
}
