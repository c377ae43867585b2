package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;

/** How words are copied: pointers with coverage (See et al. 2017). */
public record PointerRecipe(
    @Doc(
            "weight of the coverage loss, such as 1: against pointing to the same place again; 0:"
                + " none")
        @Default("0.0")
        double coverage,
    @Doc("the update of training from which on coverage is attended to and counts; late is best")
        @Default("0")
        int coverageFrom) {
  /** Fails for values out of range. */
  public PointerRecipe {
    Check.notNegative("coverage", coverage);
    Check.atLeast("coverage-from", coverageFrom, 0);
  }
}
