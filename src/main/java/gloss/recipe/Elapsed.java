package gloss.recipe;

/**
 * How much training there has been, in each of the ways in which it can be counted.
 *
 * @param steps changes of the weights
 * @param epochs passes through the training data, the part of the one under way included
 * @param tokens items learned from: for sequences target tokens, each time that one was seen
 * @param seconds by the clock, validations included
 */
public record Elapsed(long steps, double epochs, long tokens, double seconds) {
  /** Before the first step. */
  public static final Elapsed NONE = new Elapsed(0, 0, 0, 0);

  /** After one more step. */
  public Elapsed afterStep(double newEpochs, double count) {
    return new Elapsed(steps + 1, newEpochs, tokens + Math.round(count), seconds);
  }

  /** The same with another number of passes. */
  public Elapsed withEpochs(double newEpochs) {
    return new Elapsed(steps, newEpochs, tokens, seconds);
  }

  /** The same at another time. */
  public Elapsed withSeconds(double newSeconds) {
    return new Elapsed(steps, epochs, tokens, newSeconds);
  }
}
