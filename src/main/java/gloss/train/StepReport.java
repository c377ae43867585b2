package gloss.train;

/**
 * What one update did.
 *
 * @param step its number, from 1
 * @param epoch the pass over the data, from 1
 * @param plain the loss of its items, summed
 * @param count of items, e.g. target tokens
 * @param rate learning rate
 * @param norm of the mean gradient before clipping
 */
public record StepReport(
    long step, int epoch, double plain, double count, double rate, double norm) {
  /** Whether the weights were changed: not so where the loss or the gradient is not finite. */
  public boolean applied() {
    return Double.isFinite(plain) && Double.isFinite(norm);
  }
}
