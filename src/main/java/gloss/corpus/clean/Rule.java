package gloss.corpus.clean;

import java.util.Locale;

/** Why a pair is dropped. A pair is dropped for the first rule, in this order, that it breaks. */
public enum Rule {
  /** Bytes that are not UTF-8 or were decoded wrongly, or control characters. */
  DAMAGED,
  /** A side without a word. */
  EMPTY,
  /** The target is the source. */
  IDENTICAL,
  /** A side is too short. */
  TOO_SHORT,
  /** A side is too long. */
  TOO_LONG,
  /** One side is too much longer than the other. */
  RATIO,
  /** Half of a side's letters or more are of other scripts. */
  SCRIPT,
  /** A side is one of a test or validation pair, but for case and white space. */
  TEST_OVERLAP,
  /** The pair came before, but for case and white space. */
  DUPLICATE;

  /** The name in files, as {@code too-short}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
