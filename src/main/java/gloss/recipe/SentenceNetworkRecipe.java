package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;

/** A Transformer whose positions are the sentences of a text. */
public record SentenceNetworkRecipe(
    @Doc("size of embeddings and layers") @Default("128") int size,
    @Doc("attention heads; divide the size") @Default("4") int heads,
    @Doc("size of the feed-forward layers") @Default("256") int feedForward,
    @Doc("layers in which sentences look at each other") @Default("2") int layers,
    @Doc("dropout of sentences and of each sublayer's output") @Default("0.2") double dropout) {
  /** Fails for values out of range. */
  public SentenceNetworkRecipe {
    transformer(size, heads, feedForward, Math.max(1, layers), dropout);
    Check.atLeast("layers", layers, 0);
  }

  /** The settings of each layer. */
  public TransformerRecipe layer() {
    return transformer(size, heads, feedForward, Math.max(1, layers), dropout);
  }

  private static TransformerRecipe transformer(
      int size, int heads, int feedForward, int layers, double dropout) {
    return new TransformerRecipe(
        size,
        heads,
        feedForward,
        layers,
        1,
        Norm.PRE,
        Positions.SINUSOIDAL,
        Tie.NONE,
        dropout,
        0,
        0);
  }
}
