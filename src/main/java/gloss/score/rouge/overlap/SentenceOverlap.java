package gloss.score.rouge.overlap;

/** An overlap of sentences whose hits are limited by how often tokens stand in both texts. */
public interface SentenceOverlap extends Overlap {
  /**
   * The hits of two texts.
   *
   * @param texts the sentences that are compared
   * @param counted the texts whose tokens limit the hits; the same ones as a rule
   */
  double hits(SentencePair texts, SentencePair counted);

  @Override
  default double hits(SentencedText hypothesis, SentencedText reference) {
    SentencePair pair = new SentencePair(hypothesis, reference);
    return hits(pair, pair);
  }
}
