package gloss.model;

import gloss.recipe.Recipe;
import java.io.IOException;
import java.util.Optional;

/**
 * A recipe together with the code of its task. Each task contributes one such class, and the index
 * of tasks, {@code gloss.task.Tasks}, names it.
 */
public interface Experiment {
  /** What is to be done. */
  Recipe recipe();

  /**
   * Reads the data and makes a model for them with fresh weights, drawn from the recipe's seed.
   * What a model must know of its data beside the weights, such as subwords or the names of
   * classes, is learned from the training data or taken over from a model that is there.
   *
   * @param trained the model to go on with or to begin from, whose description is whole
   * @throws gloss.text.InputException if the data cannot be learned from, or the recipe does not
   *     fit the model that is there
   */
  Preparation prepare(Optional<ModelFolder> trained) throws IOException;

  /** The model that a folder describes, with fresh weights. */
  Model untrained(ModelFolder folder) throws IOException;

  /**
   * What there is to be told of the model without training it.
   *
   * @param folder of the model; empty if there is only the recipe
   */
  Outline outline(Optional<ModelFolder> folder) throws IOException;
}
