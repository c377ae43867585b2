package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import gloss.yaml.Named;

/** A recurrent encoder–decoder with attention (Bahdanau et al. 2015; Luong et al. 2015). */
@Named("recurrent")
public record RecurrentRecipe(
    @Doc("what a layer does in each step") @Default("lstm") Cell cell,
    @Doc("size of embeddings and layers") @Default("256") int size,
    @Doc("layers that read") @Default("2") int encoderLayers,
    @Doc("layers that write") @Default("2") int decoderLayers,
    @Doc("whether each layer that reads does so in both directions, with half its size in each")
        @Default("true")
        boolean bidirectional,
    @Doc("how the decoder finds what to look at") @Default("general") AttentionScore attention,
    @Doc("whether the decoder is told in each step what it attended to in the last; slower")
        @Default("true")
        boolean inputFeeding,
    @Doc("embeddings that share weights") @Default("all") Tie tie,
    @Doc("dropout of embeddings, between layers and of the decoder's output") @Default("0.2")
        double dropout)
    implements NetworkRecipe {
  /** Fails for values out of range. */
  public RecurrentRecipe {
    Check.atLeast("size", size, 1);
    Check.that(
        !bidirectional || size % 2 == 0,
        "size",
        "must be even, since the encoder is bidirectional, is " + size);
    Check.atLeast("encoder-layers", encoderLayers, 1);
    Check.atLeast("decoder-layers", decoderLayers, 1);
    Check.share("dropout", dropout);
  }
}
