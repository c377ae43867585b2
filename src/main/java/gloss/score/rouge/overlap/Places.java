package gloss.score.rouge.overlap;

import gloss.score.ngram.Symbols;
import java.util.Arrays;

/** Where every token of a text stands: its places, sorted by token. */
final class Places {
  private static final int LARGE = 1 << 18;

  private int[] starts = new int[257];
  private int[] places = new int[64];
  private int tokens;

  /** Takes a text; returns the largest token, -1 if there is none. */
  int sort(Symbols text) {
    int largest = -1;
    for (int i = 0; i < text.size(); i++) {
      largest = Math.max(largest, text.get(i));
    }
    tokens = largest + 1;
    starts = reserved(starts, tokens + 1);
    places = reserved(places, text.size());
    Arrays.fill(starts, 0, tokens + 1, 0);
    for (int i = 0; i < text.size(); i++) {
      starts[text.get(i)]++;
    }
    int sum = 0;
    for (int token = 0; token <= tokens; token++) {
      sum += starts[token];
      starts[token] = sum;
    }
    for (int i = text.size() - 1; i >= 0; i--) {
      places[--starts[text.get(i)]] = i;
    }
    return largest;
  }

  private static int[] reserved(int[] array, int size) {
    boolean fits = array.length >= size && array.length <= Math.max(LARGE, 8 * size);
    return fits ? array : new int[size + size / 2];
  }

  int from(int token) {
    return token < tokens ? starts[token] : 0;
  }

  int to(int token) {
    return token < tokens ? starts[token + 1] : 0;
  }

  int count(int token) {
    return to(token) - from(token);
  }

  int place(int p) {
    return places[p];
  }
}
