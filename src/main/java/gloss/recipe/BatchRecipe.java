package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;

/** How sequences are put together. */
public record BatchRecipe(
    @Doc("most subwords in a batch on either side, padding counted") @Default("4096") int tokens,
    @Doc("pairs with more subwords on a side are left out of training") @Default("256")
        int maxLength,
    @Doc("MiB of pairs that batches are drawn from at a time; more means less padding")
        @Default("64")
        int buffer,
    @Doc("whether training begins with easy pairs") @Default("{}") CurriculumRecipe curriculum) {
  /** Fails for values out of range. */
  public BatchRecipe {
    Check.atLeast("tokens", tokens, 1);
    Check.atLeast("max-length", maxLength, 1);
    Check.atLeast("buffer", buffer, 1);
  }
}
