package gloss.score.rouge.overlap;

import gloss.score.ngram.Symbols;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** Finds the sentences of a text that share a token with another sentence. */
final class SentencesOfTokens {
  private static final int LARGE = 1 << 18;

  private final Places places = new Places();
  private int[] sentenceAt = new int[64];
  private int[] seen = new int[64];
  private int search;

  /** Takes the text in which sentences are sought. */
  void text(SentencedText text) {
    places.sort(text.tokens());
    sentenceAt = reserved(sentenceAt, text.size());
    seen = reserved(seen, text.sentences());
    Arrays.fill(seen, 0, text.sentences(), 0);
    search = 0;
    for (int s = 0; s < text.sentences(); s++) {
      Arrays.fill(sentenceAt, text.from(s), text.to(s), s);
    }
  }

  private static int[] reserved(int[] array, int size) {
    boolean fits = array.length >= size && array.length <= Math.max(LARGE, 8 * size);
    return fits ? array : new int[size + size / 2];
  }

  /** Whether the text has a token at all. */
  boolean has(int token) {
    return places.count(token) > 0;
  }

  /** Visits every sentence that has one of the tokens from..to, while the visitor wants more. */
  void visit(Symbols tokens, int from, int to, IntPredicate visitor) {
    search++;
    for (int i = from; i < to; i++) {
      int token = tokens.get(i);
      for (int p = places.from(token); p < places.to(token); p++) {
        int sentence = sentenceAt[places.place(p)];
        if (seen[sentence] != search) {
          seen[sentence] = search;
          if (!visitor.test(sentence)) {
            return;
          }
        }
      }
    }
  }
}
