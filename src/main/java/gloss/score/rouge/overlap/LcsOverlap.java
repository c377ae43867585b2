package gloss.score.rouge.overlap;

/** The length of the longest common subsequence of two texts, sentences aside. */
public final class LcsOverlap implements Overlap {
  private final BitLcs lcs = new BitLcs();

  @Override
  public double hits(SentencedText hypothesis, SentencedText reference) {
    boolean shorter = hypothesis.size() <= reference.size();
    SentencedText pattern = shorter ? hypothesis : reference;
    SentencedText text = shorter ? reference : hypothesis;
    lcs.pattern(pattern.tokens(), 0, pattern.size());
    return lcs.length(text.tokens(), 0, text.size());
  }

  @Override
  public double size(SentencedText text) {
    return text.size();
  }
}
