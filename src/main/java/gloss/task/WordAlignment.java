package gloss.task;

import gloss.subword.Subwords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which words go together, read off the attention between their subwords. */
final class WordAlignment {
  private WordAlignment() {}

  /**
   * For each target word the source word that its subwords look at most, together.
   *
   * @param sourceWords for each source subword the word that it is part of
   * @param targetWords the same of the target
   * @param attention (target subwords)(source subwords or more)
   */
  static List<WordLink> of(int[] sourceWords, int[] targetWords, float[][] attention) {
    int sources = count(sourceWords);
    int targets = count(targetWords);
    double[][] sums = new double[targets][sources];
    for (int t = 0; t < Math.min(targetWords.length, attention.length); t++) {
      for (int s = 0; s < sourceWords.length; s++) {
        sums[targetWords[t]][sourceWords[s]] += attention[t][s];
      }
    }
    List<WordLink> links = new ArrayList<>();
    for (int target = 0; target < targets && sources > 0; target++) {
      links.add(new WordLink(largest(sums[target]), target));
    }
    return links;
  }

  /** The index of the largest; the first of several. */
  static int largest(double[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }

  /** For each subword the word that it is part of, from 0; a blank one is part of that before. */
  static int[] words(Subwords subwords, int[] ids) {
    int[] words = new int[ids.length];
    int word = -1;
    boolean between = true;
    for (int i = 0; i < ids.length; i++) {
      String text = subwords.decode(new int[] {ids[i]});
      for (int c : text.chars().toArray()) {
        boolean blank = Character.isWhitespace(c);
        word += between && !blank ? 1 : 0;
        between = blank;
      }
      words[i] = Math.max(0, word);
    }
    return words;
  }

  /** How many words there are. */
  static int count(int[] words) {
    return Arrays.stream(words).max().orElse(-1) + 1;
  }
}
