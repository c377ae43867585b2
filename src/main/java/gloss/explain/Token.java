package gloss.explain;

/**
 * A token that was to be predicted, after the true ones before it.
 *
 * @param text as it stands in the line, with the space before it
 * @param frequency how often it was to be predicted in the training text; below 0 if unknown
 * @param loss −ln of its probability, in nats
 * @param predicted the likeliest token
 * @param confidence its probability
 * @param copied the share of the right token's probability that comes from copying it, in [0, 1]; 0
 *     where the source does not hold it, below 0 where a model cannot copy
 */
public record Token(
    String text, long frequency, double loss, String predicted, double confidence, double copied)
    implements Prediction {
  /** Of a model that cannot copy. */
  public Token(String text, long frequency, double loss, String predicted, double confidence) {
    this(text, frequency, loss, predicted, confidence, -1);
  }

  @Override
  public String right() {
    return text;
  }
}
