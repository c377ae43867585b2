package gloss.recipe;

import gloss.score.bleu.Smoothings;
import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;

/** How the metrics of a reward look at a single line. */
public record RewardRecipe(
    @Doc("BLEU's n-grams without a match: add-k (1 more of each), floor, exp or none")
        @Default("add-k")
        String smoothing,
    @Doc("whether BLEU ignores the case of letters") @Default("false") boolean lowercase,
    @Doc("whether ROUGE compares the stems of English words") @Default("false") boolean stem) {
  /** Fails for an unknown smoothing. */
  public RewardRecipe {
    Check.oneOf("smoothing", smoothing, Smoothings.index().keySet());
  }
}
