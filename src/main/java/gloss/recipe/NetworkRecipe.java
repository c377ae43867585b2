package gloss.recipe;

import gloss.yaml.Keyed;

/** The networks that turn one sequence into another. */
@Keyed(otherwise = "transformer")
public sealed interface NetworkRecipe permits TransformerRecipe, RecurrentRecipe {
  /** Which embeddings share their weights. */
  Tie tie();
}
