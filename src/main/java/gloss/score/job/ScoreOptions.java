package gloss.score.job;

import gloss.score.report.Layout;
import gloss.score.report.TestNote;
import gloss.score.rouge.script.Rouge155;
import gloss.score.significance.Bootstrap;
import gloss.score.significance.PairedTest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be computed and how it is to be told, whatever the texts are.
 *
 * @param metrics what to compute, in the order of the user
 * @param tests intervals and p-values
 * @param layout how to write the result
 * @param extras what else to write
 * @param gates when to fail
 */
public record ScoreOptions(
    List<NamedMetric> metrics, Tests tests, Layout layout, Extras extras, Gates gates) {

  /**
   * Intervals and p-values.
   *
   * @param confidence the interval of a single system
   * @param paired the test of several systems against the first
   */
  public record Tests(Optional<Bootstrap> confidence, Optional<Paired> paired) {
    /** Whether there is one at all; it needs the statistics of every segment. */
    public boolean any() {
      return confidence.isPresent() || paired.isPresent();
    }
  }

  /**
   * A paired test with the words to print beneath its table.
   *
   * @param test the test
   * @param note what to say about it
   */
  public record Paired(PairedTest test, TestNote note) {}

  /**
   * What else to write.
   *
   * @param segmentsOnly whether to print one line per segment and nothing else
   * @param perSegment a file for a table of all segments
   * @param script the perl script ROUGE-1.5.5, whose lines are printed behind the report
   * @param threads how many threads work
   */
  public record Extras(
      boolean segmentsOnly, Optional<Path> perSegment, Optional<Rouge155> script, int threads) {}

  /**
   * When to fail although everything could be computed.
   *
   * @param failUnder name of a metric → the worst score that is good enough
   * @param failIfWorse whether a system that is significantly worse than the first is a failure
   */
  public record Gates(Map<String, Double> failUnder, boolean failIfWorse) {}
}
