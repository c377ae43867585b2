package gloss.task.own;

import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import gloss.model.Evaluation;
import gloss.model.Model;
import gloss.recipe.OwnRecipe;
import gloss.text.InputException;
import java.nio.file.Path;
import java.util.List;

/** The network of a program's task. It belongs to the program, and is not closed with this. */
record OwnModel(OwnRecipe recipe, Block network, NDManager manager) implements Model {
  @Override
  public List<String> files() {
    return List.of();
  }

  @Override
  public void write(Path folder) {
    // The program knows all but the weights.
  }

  @Override
  public List<String> splits() {
    return List.of();
  }

  @Override
  public Evaluation evaluate(String split) {
    throw new InputException(recipe.name() + ": its data are known to its program alone");
  }
}
