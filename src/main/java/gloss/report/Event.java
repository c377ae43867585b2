package gloss.report;

import java.util.List;
import java.util.Map;

/**
 * One line of a training log. What a line does not say is {@link Double#NaN}, an empty string or an
 * empty collection.
 */
public sealed interface Event {

  /**
   * Training started or was resumed.
   *
   * @param time ISO 8601, UTC
   * @param gloss the version that trained
   * @param unit what items are called, such as {@code tokens}
   * @param counts whole numbers by name: {@code parameters}, {@code threads}, {@code seed}, {@code
   *     train} and {@code valid} (examples)
   * @param data checksum of each data file, by its name
   */
  record Start(
      String time,
      String name,
      String task,
      String gloss,
      String unit,
      Map<String, Long> counts,
      Map<String, String> data)
      implements Event {}

  /**
   * Some training steps went by.
   *
   * @param at when
   * @param loss mean training loss since the last such event
   * @param rate learning rate
   * @param norm gradient norm before clipping
   * @param perSecond items a second
   */
  record Step(Moment at, double loss, double perplexity, double rate, double norm, double perSecond)
      implements Event {}

  /**
   * The model was tried on the validation data.
   *
   * @param metrics score of each metric, by its name
   * @param best whether this was the best so far
   * @param outputs what the outputs look like as a whole, such as {@code distinct} (share) and
   *     {@code lengthRatio}
   * @param warning that they collapse, in words
   */
  record Validation(
      Moment at,
      double loss,
      double perplexity,
      Map<String, Double> metrics,
      boolean best,
      List<Sample> samples,
      Map<String, Double> outputs,
      String warning)
      implements Event {}

  /**
   * An update was left out, since its loss or gradient was not finite.
   *
   * @param batch where its batches come from
   */
  record Skipped(Moment at, String batch) implements Event {}

  /**
   * Training ended.
   *
   * @param reason why, in words
   * @param best where the weights that were kept come from
   */
  record End(Moment at, String reason, Best best) implements Event {}

  /**
   * A point of a run.
   *
   * @param step optimizer steps done
   * @param seconds since the start
   */
  record Moment(long step, double epoch, double seconds) {}

  /** What the model made of one validation example. */
  record Sample(String source, String reference, String hypothesis) {}

  /** The best validation by the metric that the recipe chose; without a metric, none is known. */
  record Best(long step, String metric, double value) {}

  /**
   * How often each class of a set was taken for each.
   *
   * @param counts a row for each class that is right, a column for each that was chosen
   */
  record Confusion(String set, List<String> classes, List<List<Long>> counts) implements Event {}

  /** One metric's score on one test set, and the signature that says how it was computed. */
  record Test(String set, String metric, double value, String signature) implements Event {}
}
