package gloss.task;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import gloss.recipe.ExtractBatchRecipe;
import gloss.subword.Vocabulary;
import gloss.subword.Words;
import java.util.List;

/** The sentences of texts as ids, as far as they are read. */
final class SentenceIds {
  private final Words vocabulary;
  private final ExtractBatchRecipe lengths;

  SentenceIds(Words vocabulary, ExtractBatchRecipe lengths) {
    this.vocabulary = vocabulary;
    this.lengths = lengths;
  }

  /** The first sentences, and the first words of each. */
  int[][] of(List<String> sentences) {
    return sentences.stream().limit(lengths.sentences()).map(this::words).toArray(int[][]::new);
  }

  private int[] words(String sentence) {
    int[] ids = vocabulary.read(sentence, lengths.words()).ids();
    for (int i = 0; i < ids.length; i++) {
      ids[i] = ids[i] < vocabulary.size() ? ids[i] : Vocabulary.UNK;
    }
    return ids;
  }

  /**
   * Texts side by side.
   *
   * @param ids (texts, sentences, words), int64, padded
   * @param mask (texts, 1, 1, sentences), false on padding
   * @param wanted (n), the places that are sentences
   */
  record Arrays(NDArray ids, NDArray mask, NDArray wanted) {
    /** Arrays that belong to {@code manager}; each text has a sentence. */
    static Arrays of(NDManager manager, List<int[][]> texts) {
      int sentences = texts.stream().mapToInt(text -> text.length).max().orElse(0);
      int words = 1;
      int all = 0;
      for (int[][] text : texts) {
        all += text.length;
        for (int[] sentence : text) {
          words = Math.max(words, sentence.length);
        }
      }
      long[] ids = new long[texts.size() * sentences * words];
      boolean[] mask = new boolean[texts.size() * sentences];
      long[] wanted = new long[all];
      int n = 0;
      for (int i = 0; i < texts.size(); i++) {
        for (int j = 0; j < texts.get(i).length; j++) {
          int place = i * sentences + j;
          mask[place] = true;
          wanted[n++] = place;
          int[] sentence = texts.get(i)[j];
          for (int k = 0; k < sentence.length; k++) {
            ids[place * words + k] = sentence[k];
          }
        }
      }
      return new Arrays(
          manager.create(ids, new Shape(texts.size(), sentences, words)),
          manager.create(mask, new Shape(texts.size(), 1, 1, sentences)),
          manager.create(wanted));
    }
  }
}
