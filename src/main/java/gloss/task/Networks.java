package gloss.task;

import gloss.nn.EncoderDecoder;
import gloss.nn.Transformer;
import gloss.nn.recurrent.RecurrentNetwork;
import gloss.recipe.Makers;
import gloss.recipe.NetworkRecipe;
import gloss.recipe.RecurrentRecipe;
import gloss.recipe.TransformerRecipe;

/** The index of networks that turn one sequence into another. */
final class Networks {
  private static final Makers<NetworkRecipe, Maker> INDEX =
      new Makers<NetworkRecipe, Maker>()
          .with(
              TransformerRecipe.class,
              recipe -> sizes -> new Transformer(recipe, sizes.source, sizes.target, sizes.length))
          .with(
              RecurrentRecipe.class,
              recipe -> sizes -> new RecurrentNetwork(recipe, sizes.source, sizes.target));

  private Networks() {}

  /** Makes a network for vocabularies of certain sizes. */
  @FunctionalInterface
  private interface Maker {
    EncoderDecoder make(Sizes sizes);
  }

  /**
   * What the data ask of a network.
   *
   * @param source ids of the source vocabulary
   * @param target ids of the target vocabulary
   * @param length longest sequence, marks included
   */
  record Sizes(int source, int target, int length) {}

  static EncoderDecoder of(NetworkRecipe recipe, Sizes sizes) {
    return INDEX.make(recipe).make(sizes);
  }
}
