package gloss.score.token.spm;

import java.util.HashMap;
import java.util.Map;

/** Finds all pieces that begin at a place in a text. */
final class PieceTrie {
  private static final int ROOT = 0;

  /** (node, character) → node. */
  private final Map<Long, Integer> edges = new HashMap<>();

  /** Node → piece number. */
  private final Map<Integer, Integer> ends = new HashMap<>();

  void add(String text, int piece) {
    int node = ROOT;
    for (int i = 0; i < text.length(); i++) {
      node = edges.computeIfAbsent(edge(node, text.charAt(i)), e -> edges.size() + 1);
    }
    ends.put(node, piece);
  }

  private static long edge(int node, char c) {
    return ((long) node << 16) | c;
  }

  /** Takes the pieces that begin at a place, the shortest first. */
  interface Visitor {
    void visit(int end, int piece);
  }

  void visit(String text, int from, Visitor visitor) {
    int node = ROOT;
    for (int i = from; i < text.length(); i++) {
      Integer next = edges.get(edge(node, text.charAt(i)));
      if (next == null) {
        return;
      }
      node = next;
      Integer piece = ends.get(node);
      if (piece != null) {
        visitor.visit(i + 1, piece);
      }
    }
  }

  /** Where the longest piece that begins at a place ends, or that place if there is none. */
  int longest(String text, int from) {
    int[] end = {from};
    visit(text, from, (to, piece) -> end[0] = to);
    return end[0];
  }
}
