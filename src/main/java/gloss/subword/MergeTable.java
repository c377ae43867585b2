package gloss.subword;

import java.util.List;
import java.util.function.ToIntFunction;

/** The merges of a model by the ids of their symbols; a merge's rank is its place in the list. */
final class MergeTable {
  static final int NO_MERGE = PairTable.ABSENT;

  private final PairTable ranks;
  private final int[] results;

  /**
   * @param merges all different
   * @param ids the id of every symbol that occurs in them
   */
  MergeTable(List<Merge> merges, ToIntFunction<String> ids) {
    ranks = new PairTable(merges.size());
    results = new int[merges.size()];
    for (Merge merge : merges) {
      int rank = ranks.findOrAdd(ids.applyAsInt(merge.left()), ids.applyAsInt(merge.right()));
      results[rank] = ids.applyAsInt(merge.result());
    }
  }

  /** The rank of the merge of two symbols, or {@link #NO_MERGE}. */
  int rank(int left, int right) {
    return ranks.find(left, right);
  }

  /** The symbol that a merge makes. */
  int result(int rank) {
    return results[rank];
  }
}
