package gloss.explain;

/** A choice of one among several: a token at its place, or the class of an example. */
public interface Prediction {
  /** What is right. */
  String right();

  /** The likeliest. */
  String predicted();

  /** The probability of the likeliest. */
  double confidence();

  /** −ln of the probability of what is right, in nats. */
  double loss();

  /** Whether the likeliest is the right one. */
  default boolean isRight() {
    return right().equals(predicted());
  }
}
