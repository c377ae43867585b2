package gloss.lexicon;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * A weight for some tokens, and counts from which the next weights come: a hash table with open
 * addressing, since there are millions of entries.
 */
final class TokenWeights {
  private static final int EMPTY = -1;
  private static final int FIRST_ROOM = 8;

  /** Spreads ids that follow each other. */
  private static final int SPREAD = 0x9E3779B9;

  private int[] tokens = new int[0];
  private float[] weights = new float[0];
  private float[] counts = new float[0];
  private int size;

  /** The weight of a token; 0 if it is not known. */
  double weight(int token) {
    if (size == 0) {
      return 0;
    }
    int slot = slot(token);
    return tokens[slot] == token ? weights[slot] : 0;
  }

  /** Counts a token once more, as much as is said. */
  void add(int token, double count) {
    if (2 * size >= tokens.length) {
      grow();
    }
    int slot = slot(token);
    if (tokens[slot] == EMPTY) {
      tokens[slot] = token;
      size++;
    }
    counts[slot] += (float) count;
  }

  /** Weights become shares of what was counted, and counting begins anew. */
  void normalize() {
    double sum = 0;
    for (float count : counts) {
      sum += count;
    }
    for (int slot = 0; slot < tokens.length && sum > 0; slot++) {
      weights[slot] = (float) (counts[slot] / sum);
      counts[slot] = 0;
    }
  }

  /** The tokens with the largest weights, largest first; of equal ones the smaller id first. */
  int[] largest(int count) {
    return IntStream.range(0, tokens.length)
        .filter(slot -> tokens[slot] != EMPTY && weights[slot] > 0)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(slot -> weights[slot])
                .reversed()
                .thenComparingInt(slot -> tokens[slot]))
        .limit(count)
        .mapToInt(slot -> tokens[slot])
        .toArray();
  }

  private int slot(int token) {
    int mask = tokens.length - 1;
    int slot = ((token * SPREAD) >>> 8) & mask;
    while (tokens[slot] != EMPTY && tokens[slot] != token) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldTokens = tokens;
    float[] oldWeights = weights;
    float[] oldCounts = counts;
    int room = Math.max(FIRST_ROOM, 2 * tokens.length);
    tokens = new int[room];
    Arrays.fill(tokens, EMPTY);
    weights = new float[room];
    counts = new float[room];
    for (int i = 0; i < oldTokens.length; i++) {
      if (oldTokens[i] != EMPTY) {
        int slot = slot(oldTokens[i]);
        tokens[slot] = oldTokens[i];
        weights[slot] = oldWeights[i];
        counts[slot] = oldCounts[i];
      }
    }
  }
}
