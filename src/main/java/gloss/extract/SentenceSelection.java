package gloss.extract;

import gloss.text.InputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Makes an extract of a wanted length out of sentences with scores: the best ones, until another
 * would lead further away from the length. At least one sentence is taken. Words are runs of
 * letters, marks and digits.
 *
 * @param words how many the extract is to have
 * @param noRepeatNgram a sentence is left out if so many of its words in a row are in one that is
 *     taken (3 in Paulus et al. 2018; Liu and Lapata 2019); 0: none is
 */
public record SentenceSelection(int words, int noRepeatNgram) {
  /** Checks the numbers. */
  public SentenceSelection {
    if (words < 1 || noRepeatNgram < 0) {
      throw new InputException(
          "an extract has 1 word or more, and runs of words 0 or more: "
              + words
              + ", "
              + noRepeatNgram);
    }
  }

  /**
   * The places of the chosen sentences, in ascending order.
   *
   * @param scores one a sentence; of equals the earlier sentence is better
   */
  public List<Integer> choose(List<String> sentences, double[] scores) {
    SentenceWords read = new SentenceWords(sentences);
    List<Integer> ranked =
        IntStream.range(0, sentences.size())
            .boxed()
            .sorted(Comparator.<Integer>comparingDouble(i -> -scores[i]))
            .toList();
    List<Integer> chosen = new ArrayList<>();
    Set<List<Integer>> runs = new HashSet<>();
    int length = 0;
    for (int place : ranked) {
      int[] its = read.of(place);
      List<List<Integer>> own = runs(its);
      if (its.length == 0 || own.stream().anyMatch(runs::contains)) {
        continue;
      }
      if (!chosen.isEmpty() && 2 * length + its.length > 2L * words) {
        break;
      }
      chosen.add(place);
      runs.addAll(own);
      length += its.length;
    }
    return chosen.stream().sorted().toList();
  }

  private List<List<Integer>> runs(int[] its) {
    List<List<Integer>> runs = new ArrayList<>();
    for (int i = 0; noRepeatNgram > 0 && i + noRepeatNgram <= its.length; i++) {
      runs.add(IntStream.range(i, i + noRepeatNgram).map(k -> its[k]).boxed().toList());
    }
    return runs;
  }
}
