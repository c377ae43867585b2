package gloss.task.table;

import gloss.nn.Perceptron;
import gloss.recipe.LinearRecipe;
import gloss.recipe.Makers;
import gloss.recipe.PerceptronRecipe;
import gloss.recipe.TableNetworkRecipe;
import java.util.List;
import java.util.function.Function;

/** The index of networks for rows of numbers. */
final class TableNetworks {
  private static final Makers<TableNetworkRecipe, Function<TableInput, Perceptron>> INDEX =
      new Makers<TableNetworkRecipe, Function<TableInput, Perceptron>>()
          .with(
              LinearRecipe.class,
              recipe -> input -> new Perceptron(input.width(), List.of(), input.outputs(), 0))
          .with(
              PerceptronRecipe.class,
              recipe ->
                  input ->
                      new Perceptron(
                          input.width(), recipe.hidden(), input.outputs(), recipe.dropout()));

  private TableNetworks() {}

  static Perceptron of(TableNetworkRecipe recipe, TableInput input) {
    return INDEX.make(recipe).apply(input);
  }
}
