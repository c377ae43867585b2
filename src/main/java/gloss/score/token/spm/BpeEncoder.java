package gloss.score.token.spm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Byte-pair encoding (Sennrich et al. 2016): joins the neighbours whose union has the best score,
 * the leftmost first, until no union is a piece. A piece that is not in use is taken apart again.
 */
final class BpeEncoder implements Encoder {
  private final Map<String, Piece> pieces = new HashMap<>();
  private final PieceTrie userDefined;

  BpeEncoder(List<Piece> all, PieceTrie userDefined) {
    this.userDefined = userDefined;
    all.stream().filter(Piece::isText).forEach(piece -> pieces.put(piece.text(), piece));
  }

  @Override
  public List<Integer> ends(String text) {
    Merging merging = new Merging(text);
    merging.run();
    return merging.ends();
  }

  /** Two neighbours that could be joined; void if one of them has changed since. */
  private record Candidate(float score, int left, int right, int end) {
    boolean isBefore(Candidate other) {
      return score > other.score || (score == other.score && left < other.left);
    }
  }

  /** The state of one text. A symbol is known by its start. */
  private final class Merging {
    private final String text;
    private final int[] end;
    private final int[] previous;
    private final boolean[] frozen;
    private final PriorityQueue<Candidate> candidates =
        new PriorityQueue<>((a, b) -> a.equals(b) ? 0 : a.isBefore(b) ? -1 : 1);
    private final Map<String, Integer> taken = new HashMap<>();

    Merging(String text) {
      this.text = text;
      this.end = new int[text.length() + 1];
      this.previous = new int[text.length() + 1];
      this.frozen = new boolean[text.length() + 1];
      int before = -1;
      for (int i = 0; i < text.length(); i = end[i]) {
        int defined = userDefined.longest(text, i);
        frozen[i] = defined > i;
        end[i] = frozen[i] ? defined : i + Character.charCount(text.codePointAt(i));
        previous[i] = before;
        before = i;
      }
    }

    void run() {
      for (int i = 0; i < text.length(); i = end[i]) {
        offer(previous[i], i);
      }
      for (Candidate next = candidates.poll(); next != null; next = candidates.poll()) {
        if (end[next.left()] == next.right() && end[next.right()] == next.end()) {
          join(next);
        }
      }
    }

    private void join(Candidate pair) {
      end[pair.right()] = 0;
      end[pair.left()] = pair.end();
      if (pair.end() < text.length()) {
        previous[pair.end()] = pair.left();
        offer(pair.left(), pair.end());
      }
      offer(previous[pair.left()], pair.left());
    }

    private void offer(int left, int right) {
      if (left < 0 || frozen[left] || frozen[right]) {
        return;
      }
      String union = text.substring(left, end[right]);
      Piece piece = pieces.get(union);
      if (piece != null) {
        candidates.add(new Candidate(piece.score(), left, right, end[right]));
        if (piece.type() == Piece.Type.UNUSED) {
          taken.put(union, right - left);
        }
      }
    }

    List<Integer> ends() {
      List<Integer> ends = new ArrayList<>();
      for (int i = 0; i < text.length(); i = end[i]) {
        addEnds(i, end[i], ends);
      }
      return ends;
    }

    private void addEnds(int from, int to, List<Integer> ends) {
      String symbol = text.substring(from, to);
      Piece piece = pieces.get(symbol);
      Integer cut = taken.get(symbol);
      if (piece == null || piece.type() != Piece.Type.UNUSED || cut == null) {
        ends.add(to);
      } else {
        addEnds(from, from + cut, ends);
        addEnds(from + cut, to, ends);
      }
    }
  }
}
