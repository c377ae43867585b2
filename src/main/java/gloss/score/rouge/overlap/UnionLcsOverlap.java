package gloss.score.rouge.overlap;

import gloss.score.ngram.Symbols;
import java.util.Arrays;

/**
 * ROUGE-L of summaries (Lin 2004, section 3.2): for every sentence of the reference the union of
 * its longest common subsequences with all sentences of the hypothesis; a token counts at most as
 * often as it stands in both texts.
 */
public final class UnionLcsOverlap implements SentenceOverlap {
  /** From so many sentences on, those are sought that share a token; fewer are all compared. */
  private static final int MANY = 32;

  private final BitLcs lcs = new BitLcs();
  private final ClippedCounts counts = new ClippedCounts();
  private final SentencesOfTokens index = new SentencesOfTokens();
  private long[] hits = new long[16];

  @Override
  public double hits(SentencePair texts, SentencePair counted) {
    Symbols reference = texts.reference().tokens();
    counts.set(counted.hypothesis().tokens(), counted.reference().tokens());
    if (texts.hypothesis().sentences() >= MANY) {
      index.text(texts.hypothesis());
    }
    int sum = 0;
    for (int s = 0; s < texts.reference().sentences(); s++) {
      int from = texts.reference().from(s);
      int to = texts.reference().to(s);
      union(texts.hypothesis(), reference, from, to);
      for (int i = from; i < to; i++) {
        int bit = i - from;
        if (((hits[bit >> 6] >>> bit) & 1) != 0 && counts.take(reference.get(i))) {
          sum++;
        }
      }
    }
    counts.clear(counted.hypothesis().tokens(), counted.reference().tokens());
    return sum;
  }

  private void union(SentencedText hypothesis, Symbols reference, int from, int to) {
    int words = (to - from + 63) / 64;
    if (hits.length < words) {
      hits = new long[words];
    }
    Arrays.fill(hits, 0, words, 0);
    if (to == from) {
      return;
    }
    lcs.pattern(reference, from, to);
    if (hypothesis.sentences() >= MANY) {
      unionOfMany(hypothesis, reference, from, to);
      return;
    }
    for (int s = 0; s < hypothesis.sentences(); s++) {
      lcs.mark(hypothesis.tokens(), hypothesis.from(s), hypothesis.to(s), hits);
    }
  }

  /** Leaves out sentences that can add nothing, and stops when nothing is left to add. */
  private void unionOfMany(SentencedText hypothesis, Symbols reference, int from, int to) {
    int reachable = 0;
    for (int i = from; i < to; i++) {
      reachable += index.has(reference.get(i)) ? 1 : 0;
    }
    int wanted = reachable;
    index.visit(
        reference,
        from,
        to,
        s -> {
          lcs.mark(hypothesis.tokens(), hypothesis.from(s), hypothesis.to(s), hits);
          return reached(to - from) < wanted;
        });
  }

  private int reached(int length) {
    int reached = 0;
    for (int w = 0; w < (length + 63) / 64; w++) {
      reached += Long.bitCount(hits[w]);
    }
    return reached;
  }

  @Override
  public double size(SentencedText text) {
    return text.size();
  }
}
