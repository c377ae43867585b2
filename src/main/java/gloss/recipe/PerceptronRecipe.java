package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import gloss.yaml.Named;
import java.util.List;

/** A multi-layer perceptron: linear layers with ReLU in between (Rumelhart et al. 1986). */
@Named("perceptron")
public record PerceptronRecipe(
    @Doc("sizes of the hidden layers") @Default("[128]") List<Integer> hidden,
    @Doc("dropout of each hidden layer") @Default("0.0") double dropout)
    implements ImageNetworkRecipe {
  /** Fails for values out of range. */
  public PerceptronRecipe {
    hidden = List.copyOf(hidden);
    Check.notEmpty("hidden", hidden);
    hidden.forEach(size -> Check.atLeast("hidden", size, 1));
    Check.share("dropout", dropout);
  }
}
