package gloss.decode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hypothesis that is not finished: a chain from its newest token back to the first.
 *
 * @param before the hypothesis without its newest token; null for the empty one
 * @param newest the newest token; the mark of the beginning in the empty one
 * @param length how many tokens it has
 * @param penalized its log-probability with what was said against its tokens, by which the beam is
 *     kept
 * @param progress of required phrases
 * @param group of a diverse beam
 */
record Partial(
    @Nullable Partial before,
    Token newest,
    int length,
    double penalized,
    RequiredPhrases.Progress progress,
    int group) {
  /**
   * A token that was written.
   *
   * @param logProbability as the model has it
   * @param attention where it looked in the source, if that is known
   */
  record Token(int id, double logProbability, float @Nullable [] attention) {}

  /** The empty hypothesis. */
  static Partial empty(int begin, int group) {
    return new Partial(null, new Token(begin, 0, null), 0, 0, RequiredPhrases.Progress.NONE, group);
  }

  /** The ids in their order. */
  int[] tokens() {
    return tokensBefore(0);
  }

  /** The ids with another one behind them. */
  int[] tokensWith(int next) {
    int[] tokens = tokensBefore(1);
    tokens[length] = next;
    return tokens;
  }

  private int[] tokensBefore(int room) {
    int[] tokens = new int[length + room];
    Partial at = this;
    for (int i = length - 1; i >= 0 && at != null; i--) {
      tokens[i] = at.newest.id;
      at = at.before;
    }
    return tokens;
  }

  /** What is known of each token, in their order. */
  List<Token> written() {
    List<Token> written = new ArrayList<>(length + 1);
    for (Partial at = this; at != null && at.before != null; at = at.before) {
      written.add(at.newest);
    }
    Collections.reverse(written);
    return written;
  }
}
