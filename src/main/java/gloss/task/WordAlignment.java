package gloss.task;

import gloss.subword.Subwords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/** Which words go together, read off the attention between their subwords. */
final class WordAlignment {
  private WordAlignment() {}

  /** A smaller share of the attention is not told. */
  private static final double LEAST = 0.02;

  /**
   * How much of the attention of each target word the source words have. The word that has most is
   * among them, however little it is.
   *
   * @param sourceWords for each source subword the word that it is part of
   * @param targetWords the same of the target
   * @param attention (target subwords)(source subwords or more)
   */
  static Alignment of(int[] sourceWords, int[] targetWords, float[][] attention) {
    int sources = count(sourceWords);
    int targets = count(targetWords);
    double[][] sums = new double[targets][sources];
    int[] subwords = new int[targets];
    for (int t = 0; t < Math.min(targetWords.length, attention.length); t++) {
      subwords[targetWords[t]]++;
      for (int s = 0; s < sourceWords.length; s++) {
        sums[targetWords[t]][sourceWords[s]] += attention[t][s];
      }
    }
    List<WordWeight> weights = new ArrayList<>();
    for (int target = 0; target < targets && sources > 0; target++) {
      int most = largest(sums[target]);
      for (int source = 0; source < sources; source++) {
        double share = sums[target][source] / Math.max(1, subwords[target]);
        if (source == most || share >= LEAST) {
          weights.add(new WordWeight(source, target, share));
        }
      }
    }
    return new Alignment(weights);
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
    return words(ids, id -> subwords.decode(new int[] {id}));
  }

  /** The same; {@code text} is what an id adds to the text, with the white space before it. */
  static int[] words(int[] ids, IntFunction<String> text) {
    int[] words = new int[ids.length];
    int word = -1;
    boolean between = true;
    for (int i = 0; i < ids.length; i++) {
      for (int c : text.apply(ids[i]).chars().toArray()) {
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
