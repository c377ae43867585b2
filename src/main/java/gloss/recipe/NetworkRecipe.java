package gloss.recipe;

import gloss.yaml.Keyed;

/** The networks that turn one sequence into another. */
@Keyed(otherwise = "transformer")
public sealed interface NetworkRecipe permits TransformerRecipe, RecurrentRecipe {
  /** Which embeddings share their weights. */
  Tie tie();

  /** The size of the vectors that go from layer to layer. */
  int size();

  /** The rate of dropout. */
  double dropout();
}
