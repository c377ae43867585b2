package gloss.score.token.spm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The most probable segmentation under a unigram language model (Kudo 2018), by Viterbi's
 * algorithm. Scores are added in single precision, as the reference library does, so that ties fall
 * alike.
 */
final class UnigramEncoder implements Encoder {
  private static final float UNKNOWN_PENALTY = 10;

  private final List<Piece> pieces;
  private final PieceTrie trie;
  private final float unknownScore;
  private final float bestScore;

  UnigramEncoder(List<Piece> pieces, PieceTrie trie) {
    this.pieces = pieces;
    this.trie = trie;
    float least = Float.MAX_VALUE;
    float most = Float.MIN_NORMAL;
    for (Piece piece : pieces) {
      if (piece.type() == Piece.Type.NORMAL) {
        least = Math.min(least, piece.score());
        most = Math.max(most, piece.score());
      }
    }
    this.unknownScore = least - UNKNOWN_PENALTY;
    this.bestScore = most;
  }

  @Override
  public List<Integer> ends(String text) {
    Paths paths = new Paths(text);
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      paths.extend(i);
    }
    return paths.ends();
  }

  /** The best way to every place of one text. */
  private final class Paths {
    private final String text;
    private final float[] scores;
    private final int[] starts;

    Paths(String text) {
      this.text = text;
      this.scores = new float[text.length() + 1];
      this.starts = new int[text.length() + 1];
      Arrays.fill(starts, -1);
    }

    void extend(int from) {
      int oneCharacter = from + Character.charCount(text.codePointAt(from));
      boolean[] hasOneCharacter = {false};
      trie.visit(
          text,
          from,
          (end, number) -> {
            Piece piece = pieces.get(number);
            if (piece.type() != Piece.Type.UNUSED) {
              offer(from, end, (float) (score(piece, from, end) + scores[from]));
              hasOneCharacter[0] |= end == oneCharacter;
            }
          });
      if (!hasOneCharacter[0]) {
        offer(from, oneCharacter, unknownScore + scores[from]);
      }
    }

    /** A piece that the user defined gets a bonus, so that it is always chosen. */
    private double score(Piece piece, int from, int end) {
      return piece.type() == Piece.Type.USER_DEFINED
          ? Normalizer.utf8Length(text, from, end) * bestScore - 0.1
          : piece.score();
    }

    private void offer(int from, int end, float score) {
      if (starts[end] < 0 || score > scores[end]) {
        starts[end] = from;
        scores[end] = score;
      }
    }

    List<Integer> ends() {
      List<Integer> ends = new ArrayList<>();
      for (int end = text.length(); end > 0; end = starts[end]) {
        ends.add(end);
      }
      Collections.reverse(ends);
      return ends;
    }
  }
}
