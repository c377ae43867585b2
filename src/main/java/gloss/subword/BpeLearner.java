package gloss.subword;

import java.util.ArrayList;
import java.util.List;

/**
 * Learns byte pair encoding (Sennrich, Haddow and Birch 2016, <a
 * href="https://aclanthology.org/P16-1162/">Neural Machine Translation of Rare Words with Subword
 * Units</a>): again and again the most frequent pair of neighbouring symbols becomes one symbol.
 *
 * <p>Of pairs with the same count the greatest is taken, by the code points of the left symbol,
 * then of the right one, as subword-nmt does. Only the words that hold the merged pair are touched,
 * and only the counts of its neighbours change, so that the time for a merge does not depend on the
 * size of the corpus.
 */
final class BpeLearner {
  private final Symbols symbols;
  private final PairCounts pairs;
  private final List<Word> words;

  private BpeLearner(Symbols symbols, List<Word> words, long minCount) {
    this.symbols = symbols;
    this.words = words;
    pairs = new PairCounts(symbols, minCount);
    for (int i = 0; i < words.size(); i++) {
      words.get(i).countPairs(pairs, i);
    }
    pairs.settle();
  }

  /**
   * Learns at most {@code merges} merges, fewer if no pair occurs {@code minCount} times any more.
   * When a symbol comes about in two ways the same merge may be learned twice.
   *
   * @param symbols names of the symbols in {@code words}; merged symbols are added
   * @param words the words; they end up merged
   */
  static List<Merge> learn(Symbols symbols, List<Word> words, int merges, long minCount) {
    return new BpeLearner(symbols, words, minCount).learn(merges);
  }

  private List<Merge> learn(int wanted) {
    List<Merge> merges = new ArrayList<>();
    while (merges.size() < wanted) {
      PairCounts.Candidate best = pairs.takeBest();
      if (best == null) {
        break;
      }
      Merge merge = new Merge(symbols.name(best.left()), symbols.name(best.right()));
      merges.add(merge);
      int merged = symbols.id(merge.result());
      for (int index : pairs.wordsWith(best)) {
        words.get(index).merge(best.left(), best.right(), merged, pairs, index);
      }
      pairs.settle();
    }
    return merges;
  }
}
