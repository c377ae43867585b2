package gloss.score.rouge.overlap;

import gloss.score.ngram.Symbols;

/** How often every token may still count: as often as it stands in both of two texts. */
final class ClippedCounts {
  private static final int LARGE = 1 << 18;

  private int[] inHypothesis = new int[256];
  private int[] inReference = new int[256];

  /** Starts with two texts. */
  void set(Symbols hypothesis, Symbols reference) {
    int needed = 1 + Math.max(largest(hypothesis), largest(reference));
    if (inHypothesis.length < needed || inHypothesis.length > Math.max(LARGE, 8 * needed)) {
      inHypothesis = new int[needed + needed / 2];
      inReference = new int[inHypothesis.length];
    }
    count(hypothesis, inHypothesis);
    count(reference, inReference);
  }

  /** Forgets the two texts that were set. */
  void clear(Symbols hypothesis, Symbols reference) {
    for (int i = 0; i < hypothesis.size(); i++) {
      inHypothesis[hypothesis.get(i)] = 0;
    }
    for (int i = 0; i < reference.size(); i++) {
      inReference[reference.get(i)] = 0;
    }
  }

  private static int largest(Symbols text) {
    int largest = 255;
    for (int i = 0; i < text.size(); i++) {
      largest = Math.max(largest, text.get(i));
    }
    return largest;
  }

  private static void count(Symbols text, int[] counts) {
    for (int i = 0; i < text.size(); i++) {
      counts[text.get(i)]++;
    }
  }

  /** Whether a token still counts; if so, it counts once less from now on. */
  boolean take(int token) {
    if (token >= inHypothesis.length || inHypothesis[token] == 0 || inReference[token] == 0) {
      return false;
    }
    inHypothesis[token]--;
    inReference[token]--;
    return true;
  }
}
