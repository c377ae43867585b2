package gloss.extract;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Sentences as sparse vectors over words, and their products.
 *
 * @param words of each sentence, ascending, each once
 * @param values of these words
 */
record WordVectors(int[][] words, double[][] values) {
  /** How often each word occurs in a sentence, times a weight of the word. */
  static WordVectors of(SentenceWords sentences, IntToDoubleFunction weight) {
    int[][] words = new int[sentences.sentences()][];
    double[][] values = new double[words.length][];
    for (int i = 0; i < words.length; i++) {
      int[] all = sentences.of(i).clone();
      Arrays.sort(all);
      words[i] = IntStream.of(all).distinct().toArray();
      values[i] = new double[words[i].length];
      int at = 0;
      for (int word : all) {
        at += words[i][at] == word ? 0 : 1;
        values[i][at] += weight.applyAsDouble(word);
      }
    }
    return new WordVectors(words, values);
  }

  int size() {
    return words.length;
  }

  /** The scalar product of two. */
  double product(int i, int j) {
    double sum = 0;
    int a = 0;
    int b = 0;
    while (a < words[i].length && b < words[j].length) {
      int order = Integer.compare(words[i][a], words[j][b]);
      if (order == 0) {
        sum += values[i][a] * values[j][b];
      }
      a += order <= 0 ? 1 : 0;
      b += order >= 0 ? 1 : 0;
    }
    return sum;
  }

  /** How many different words two have in common. */
  int common(int i, int j) {
    int count = 0;
    int a = 0;
    int b = 0;
    while (a < words[i].length && b < words[j].length) {
      int order = Integer.compare(words[i][a], words[j][b]);
      count += order == 0 ? 1 : 0;
      a += order <= 0 ? 1 : 0;
      b += order >= 0 ? 1 : 0;
    }
    return count;
  }
}
