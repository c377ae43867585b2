package gloss.text.stem;

import static gloss.text.stem.SuffixRule.measured;
import static gloss.text.stem.SuffixRule.removed;

import java.util.List;

/** The tables that both dialects of Porter's algorithm share. */
final class PorterTables {
  /** Double suffixes to single ones; of two that fit, the longer stands first. */
  static final List<SuffixRule> STEP_2 =
      List.of(
          measured("ational", "ate"),
          measured("tional", "tion"),
          measured("enci", "ence"),
          measured("anci", "ance"),
          measured("izer", "ize"),
          measured("bli", "ble"),
          measured("alli", "al"),
          measured("entli", "ent"),
          measured("eli", "e"),
          measured("ousli", "ous"),
          measured("ization", "ize"),
          measured("ation", "ate"),
          measured("ator", "ate"),
          measured("alism", "al"),
          measured("iveness", "ive"),
          measured("fulness", "ful"),
          measured("ousness", "ous"),
          measured("aliti", "al"),
          measured("iviti", "ive"),
          measured("biliti", "ble"));

  /** The endings -ic-, -full, -ness and the like. */
  static final List<SuffixRule> STEP_3 =
      List.of(
          measured("icate", "ic"),
          measured("ative", ""),
          measured("alize", "al"),
          measured("iciti", "ic"),
          measured("ical", "ic"),
          measured("ful", ""),
          measured("ness", ""));

  /** Single suffixes in front of -ment, -ent and -ion, where the dialects part. */
  static final List<SuffixRule> STEP_4_HEAD =
      List.of(
          removed("al"),
          removed("ance"),
          removed("ence"),
          removed("er"),
          removed("ic"),
          removed("able"),
          removed("ible"),
          removed("ant"),
          removed("ement"));

  /** Single suffixes behind them. */
  static final List<SuffixRule> STEP_4_TAIL =
      List.of(
          removed("ou"),
          removed("ism"),
          removed("ate"),
          removed("iti"),
          removed("ous"),
          removed("ive"),
          removed("ize"));

  /** -ion behind s or t. */
  static final SuffixRule ION =
      new SuffixRule(
          "ion",
          "",
          stem -> Letters.measure(stem) > 1 && (stem.endsWith("s") || stem.endsWith("t")));

  private PorterTables() {}

  /** Whether a final e may go from behind this stem. */
  static boolean losesE(int measure, boolean shortSyllable) {
    return measure > 1 || (measure == 1 && !shortSyllable);
  }
}
