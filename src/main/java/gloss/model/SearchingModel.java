package gloss.model;

import gloss.recipe.DecodingRecipe;
import java.io.IOException;

/** A model whose outputs are searched for, in a way that can be chosen anew. */
public interface SearchingModel extends Model {
  /** How the recipe searches. */
  DecodingRecipe decoding();

  /** Runs the model on a split of the recipe's data and searches as the settings given say. */
  Evaluation evaluate(String split, DecodingRecipe decoding) throws IOException;

  @Override
  default Evaluation evaluate(String split) throws IOException {
    return evaluate(split, decoding());
  }
}
