package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import gloss.yaml.Keyed;
import gloss.yaml.Named;

/** The losses of tasks that choose one class at a time, such as the next word. */
@Keyed(otherwise = "cross-entropy")
public sealed interface LossRecipe {
  /** −log p(label), mixed with the uniform distribution (Szegedy et al. 2016). */
  @Named("cross-entropy")
  record CrossEntropy(
      @Doc("share of probability spread over all classes") @Default("0.1") double labelSmoothing)
      implements LossRecipe {
    /** Fails for values out of range. */
    public CrossEntropy {
      Check.share("label-smoothing", labelSmoothing);
    }
  }
}
