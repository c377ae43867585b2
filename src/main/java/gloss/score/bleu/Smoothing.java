package gloss.score.bleu;

import gloss.score.Arithmetic;

/** What an n-gram order without a match contributes to BLEU; {@link Smoothings} has them all. */
public interface Smoothing {
  /** The name in signatures, such as {@code floor[0.10]}. */
  String name();

  /** What is added to matches and n-grams of the orders above 1. */
  default double added() {
    return 0;
  }

  /** This smoothing where only whole counts can be added. */
  default Smoothing truncated() {
    return this;
  }

  /**
   * The precision, in per cent, of an order without a match.
   *
   * @param rank 1 for the first such order, 2 for the second …
   * @param total the n-grams of that order
   */
  double unmatched(int rank, double total, Arithmetic arithmetic);
}
