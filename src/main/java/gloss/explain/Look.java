package gloss.explain;

/**
 * A word of the source that a written word looks at.
 *
 * @param place among the words of the source, from 0
 * @param word that stands there
 * @param share of the written word's attention, in [0, 1], to four digits
 */
public record Look(int place, String word, double share) {
  private static final double DIGITS = 1e4;

  /** Rounds the share. */
  public Look {
    share = Math.round(share * DIGITS) / DIGITS;
  }
}
