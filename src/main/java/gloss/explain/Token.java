package gloss.explain;

/**
 * A token that was to be predicted, after the true ones before it.
 *
 * @param text as it stands in the line, with the space before it
 * @param frequency how often it was to be predicted in the training text; below 0 if unknown
 * @param loss −ln of its probability, in nats
 * @param predicted the likeliest token
 * @param confidence its probability
 */
public record Token(String text, long frequency, double loss, String predicted, double confidence) {
  /** Whether the likeliest token is the right one. */
  public boolean isRight() {
    return text.equals(predicted);
  }
}
