package gloss.score.ngram;

/**
 * A way to count the n-grams that a hypothesis shares with its references; see {@link
 * NgramMatcher}, which chooses among them by the length of the hypothesis.
 */
interface SharedNgrams {
  /** Starts with a new hypothesis. */
  void hypothesis(Symbols text);

  /** Adds to {@code matches[offset + n − 1]} the n-grams that this reference shares. */
  void match(Symbols text, double[] matches, int offset);

  /** As {@link #match}, adding only what goes beyond the references before this one. */
  void matchMore(Symbols text, double[] matches, int offset);
}
