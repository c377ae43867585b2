package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;

/** How examples of one size, such as pictures, are put together. */
public record ExampleBatchRecipe(
    @Doc("examples that a network sees at a time") @Default("128") int size) {
  /** Fails for values out of range. */
  public ExampleBatchRecipe {
    Check.atLeast("size", size, 1);
  }
}
