package gloss.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Follows how much of the required phrases a hypothesis has.
 *
 * <p>A phrase that was begun and not gone on with is lost, unless what was written of it begins it
 * anew. One whose last word goes on with further letters is not that phrase.
 */
final class RequiredPhrases {
  private static final int MOST = Long.SIZE;

  private final List<Phrase> phrases;
  private final IntPredicate continuesWord;
  private final int longest;

  /**
   * How far a hypothesis is.
   *
   * @param done bit i: phrase i is in it
   * @param from where the newest phrase that is done ended
   * @param matched how many of the newest tokens begin a phrase that is not done
   * @param newest the phrase that the newest token has ended, or -1
   */
  record Progress(long done, int from, int matched, int newest) {
    static final Progress NONE = new Progress(0, 0, 0, -1);
  }

  /**
   * Follows phrases.
   *
   * @param continuesWord whether a token goes on with the word before it
   */
  RequiredPhrases(List<Phrase> phrases, IntPredicate continuesWord) {
    if (phrases.size() > MOST) {
      throw new IllegalArgumentException("at most " + MOST + " phrases can be required");
    }
    this.phrases = phrases;
    this.continuesWord = continuesWord;
    longest = phrases.stream().mapToInt(Phrase::length).max().orElse(0);
  }

  boolean isEmpty() {
    return phrases.isEmpty();
  }

  /** The progress after the last of the tokens. */
  Progress advance(Progress before, int[] tokens) {
    if (phrases.isEmpty()) {
      return before;
    }
    long done = before.done;
    int from = before.from;
    if (before.newest >= 0 && continuesWord.test(tokens[tokens.length - 1])) {
      done &= ~(1L << before.newest);
    }
    for (int length = Math.min(longest, tokens.length - from); length > 0; length--) {
      int start = tokens.length - length;
      for (int i = 0; i < phrases.size(); i++) {
        if (!has(done, i) && phrases.get(i).endsTokens(tokens, start)) {
          return new Progress(done | 1L << i, tokens.length, 0, i);
        }
      }
      if (begins(done, tokens, start, length)) {
        return new Progress(done, from, length, -1);
      }
    }
    return new Progress(done, from, 0, -1);
  }

  private boolean begins(long done, int[] tokens, int start, int length) {
    for (int i = 0; i < phrases.size(); i++) {
      if (!has(done, i) && phrases.get(i).startsAt(tokens, start, length)) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(long done, int phrase) {
    return (done >> phrase & 1) == 1;
  }

  /** The tokens that bring a hypothesis further. */
  List<Integer> wanted(Progress progress, int[] tokens) {
    List<Integer> wanted = new ArrayList<>();
    for (int i = 0; i < phrases.size(); i++) {
      if (!has(progress.done, i)) {
        Phrase phrase = phrases.get(i);
        add(wanted, tokens.length == 0 ? phrase.atStart()[0] : phrase.inside()[0]);
        int start = tokens.length - progress.matched;
        if (progress.matched > 0 && phrase.startsAt(tokens, start, progress.matched)) {
          addNext(wanted, phrase.inside(), progress.matched);
          if (start == 0) {
            addNext(wanted, phrase.atStart(), progress.matched);
          }
        }
      }
    }
    return wanted;
  }

  private static void addNext(List<Integer> wanted, int[] form, int matched) {
    if (matched < form.length) {
      add(wanted, form[matched]);
    }
  }

  private static void add(List<Integer> wanted, int token) {
    if (!wanted.contains(token)) {
      wanted.add(token);
    }
  }

  /** How many tokens of phrases a hypothesis has. */
  int met(Progress progress) {
    int met = progress.matched;
    for (int i = 0; i < phrases.size(); i++) {
      met += has(progress.done, i) ? phrases.get(i).length() : 0;
    }
    return met;
  }

  /** The phrases that are not in a hypothesis. */
  List<Integer> missing(Progress progress) {
    List<Integer> missing = new ArrayList<>();
    for (int i = 0; i < phrases.size(); i++) {
      if (!has(progress.done, i)) {
        missing.add(i);
      }
    }
    return missing;
  }
}
