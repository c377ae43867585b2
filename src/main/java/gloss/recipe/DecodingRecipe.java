package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;

/** How an output is searched for. */
public record DecodingRecipe(
    @Doc("hypotheses kept in each step; 1: greedy") @Default("5") int beam,
    @Doc("a in log p / length^a, by which finished hypotheses are ranked; 0: none") @Default("1.0")
        double lengthPenalty,
    @Doc("an output ends at max-ratio · source length + max-extra subwords") @Default("2.0")
        double maxRatio,
    @Doc("see max-ratio") @Default("20") int maxExtra,
    @Doc("beam while training validates") @Default("1") int validationBeam) {
  /** Fails for values out of range. */
  public DecodingRecipe {
    Check.atLeast("beam", beam, 1);
    Check.notNegative("length-penalty", lengthPenalty);
    Check.notNegative("max-ratio", maxRatio);
    Check.atLeast("max-extra", maxExtra, 1);
    Check.atLeast("validation-beam", validationBeam, 1);
  }

  /** The same with another beam. */
  public DecodingRecipe withBeam(int newBeam) {
    return new DecodingRecipe(newBeam, lengthPenalty, maxRatio, maxExtra, validationBeam);
  }
}
