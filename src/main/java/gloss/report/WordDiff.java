package gloss.report;

import java.util.ArrayList;
import java.util.List;

/**
 * How the words of one text become those of another: the longest common subsequence of words stays,
 * the rest is removed or added.
 */
final class WordDiff {
  /** Beyond so many pairs of words, texts are shown without a comparison. */
  private static final long MOST_PAIRS = 1_000_000;

  private WordDiff() {}

  /** What happens to a word on the way from the first text to the second. */
  enum Change {
    SAME,
    REMOVED,
    ADDED
  }

  /** One word. */
  record Piece(String word, Change change) {}

  /** The words of both texts, those of the second in their order. */
  static List<Piece> between(String from, String to) {
    List<String> a = words(from);
    List<String> b = words(to);
    if ((long) a.size() * b.size() > MOST_PAIRS) {
      return b.stream().map(word -> new Piece(word, Change.SAME)).toList();
    }
    int[][] common = common(a, b);
    List<Piece> pieces = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < a.size() || j < b.size()) {
      if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
        pieces.add(new Piece(a.get(i++), Change.SAME));
        j++;
      } else if (i < a.size() && (j == b.size() || common[i + 1][j] >= common[i][j + 1])) {
        pieces.add(new Piece(a.get(i++), Change.REMOVED));
      } else {
        pieces.add(new Piece(b.get(j++), Change.ADDED));
      }
    }
    return pieces;
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }

  /** {@code [i][j]}: length of the longest common subsequence of a from i on and b from j on. */
  private static int[][] common(List<String> a, List<String> b) {
    int[][] length = new int[a.size() + 1][b.size() + 1];
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        length[i][j] =
            a.get(i).equals(b.get(j))
                ? length[i + 1][j + 1] + 1
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    return length;
  }
}
