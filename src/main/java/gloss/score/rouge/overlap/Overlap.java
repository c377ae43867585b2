package gloss.score.rouge.overlap;

/** A way to count what two texts share. Used by one thread at a time. */
public interface Overlap {
  /** How many units of the hypothesis the reference has too. */
  double hits(SentencedText hypothesis, SentencedText reference);

  /** How many units a text has. */
  double size(SentencedText text);
}
