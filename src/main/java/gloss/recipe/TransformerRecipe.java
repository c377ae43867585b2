package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import gloss.yaml.Named;

/** A Transformer (Vaswani et al. 2017). */
@Named("transformer")
public record TransformerRecipe(
    @Doc("size of embeddings and layers") @Default("128") int size,
    @Doc("attention heads; divide the size") @Default("4") int heads,
    @Doc("size of the feed-forward layers") @Default("512") int feedForward,
    @Doc("layers that read") @Default("3") int encoderLayers,
    @Doc("layers that write") @Default("3") int decoderLayers,
    @Doc("normalisation before or after each sublayer") @Default("pre") Norm norm,
    @Doc("how positions are marked") @Default("sinusoidal") Positions positions,
    @Doc("embeddings that share weights") @Default("all") Tie tie,
    @Doc("dropout of embeddings and of each sublayer's output") @Default("0.1") double dropout,
    @Doc("dropout of attention weights") @Default("0.0") double attentionDropout,
    @Doc("dropout inside the feed-forward layers") @Default("0.0") double activationDropout)
    implements NetworkRecipe {
  /** Fails for values out of range. */
  public TransformerRecipe {
    Check.atLeast("size", size, 1);
    Check.atLeast("heads", heads, 1);
    Check.that(size % heads == 0, "heads", "must divide size " + size + ", is " + heads);
    Check.that(
        positions != Positions.SINUSOIDAL || size % 2 == 0,
        "size",
        "must be even for sinusoidal positions, is " + size);
    Check.atLeast("feed-forward", feedForward, 1);
    Check.atLeast("encoder-layers", encoderLayers, 1);
    Check.atLeast("decoder-layers", decoderLayers, 1);
    Check.share("dropout", dropout);
    Check.share("attention-dropout", attentionDropout);
    Check.share("activation-dropout", activationDropout);
  }
}
