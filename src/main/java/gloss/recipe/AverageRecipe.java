package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;

/** Which averages of weights are made, since these are mostly better than the last weights. */
public record AverageRecipe(
    @Doc(
            "decay of a moving average of the weights, such as 0.999, which is then what is validated"
                + " and kept; 0: none")
        @Default("0.0")
        double ema) {
  /** Fails for values out of range. */
  public AverageRecipe {
    Check.share("ema", ema);
  }
}
