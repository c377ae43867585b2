package gloss.task;

import gloss.nn.Transformer;
import gloss.recipe.Makers;
import gloss.recipe.NetworkRecipe;
import gloss.recipe.TransformerRecipe;

/** The index of networks that turn one sequence into another. */
final class Networks {
  private static final Makers<NetworkRecipe, Maker> INDEX =
      new Makers<NetworkRecipe, Maker>()
          .with(
              TransformerRecipe.class,
              recipe -> sizes -> new Transformer(recipe, sizes.source, sizes.target, sizes.length));

  private Networks() {}

  /** Makes a network for vocabularies of certain sizes. */
  @FunctionalInterface
  private interface Maker {
    Transformer make(Sizes sizes);
  }

  /**
   * What the data ask of a network.
   *
   * @param source ids of the source vocabulary
   * @param target ids of the target vocabulary
   * @param length longest sequence, marks included
   */
  record Sizes(int source, int target, int length) {}

  static Transformer of(NetworkRecipe recipe, Sizes sizes) {
    return INDEX.make(recipe).make(sizes);
  }
}
