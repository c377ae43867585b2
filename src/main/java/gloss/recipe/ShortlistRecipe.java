package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;

/** Which subwords a translation is made of, where these are not all. */
public record ShortlistRecipe(
    @Doc("only the so many likeliest translations of each source subword; 0: all subwords")
        @Default("0")
        int best,
    @Doc("and so many of the most frequent subwords") @Default("100") int frequent) {
  /** Fails for values out of range. */
  public ShortlistRecipe {
    Check.atLeast("best", best, 0);
    Check.atLeast("frequent", frequent, 0);
  }

  /** All subwords. */
  public static ShortlistRecipe none() {
    return new ShortlistRecipe(0, 0);
  }

  /** Whether it is wanted. */
  public boolean isWanted() {
    return best > 0;
  }
}
