package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;

/** How long an output may be, in subwords, and how hypotheses of different lengths compare. */
public record LengthRecipe(
    @Doc("how lengths compare") @Default("{}") LengthPenaltyRecipe penalty,
    @Doc("an output has at least min-ratio · source length + min-extra subwords") @Default("0.0")
        double minRatio,
    @Doc("see min-ratio; may be negative") @Default("0") int minExtra,
    @Doc("an output ends at max-ratio · source length + max-extra subwords") @Default("2.0")
        double maxRatio,
    @Doc("see max-ratio") @Default("20") int maxExtra) {
  /** No output is longer, whatever a recipe allows. */
  private static final int MOST = 1_000_000;

  /** Fails for values out of range. */
  public LengthRecipe {
    Check.notNegative("min-ratio", minRatio);
    Check.notNegative("max-ratio", maxRatio);
    Check.atLeast("max-extra", maxExtra, 1);
  }

  /** The longest output of a source of so many subwords. */
  public int most(int sourceLength) {
    return (int) Math.min(Math.floor(maxRatio * sourceLength) + maxExtra, MOST);
  }

  /** The shortest output of a source of so many subwords. */
  public int least(int sourceLength) {
    double length = Math.floor(minRatio * sourceLength) + minExtra;
    return (int) Math.max(0, Math.min(length, most(sourceLength)));
  }
}
