package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import gloss.yaml.Named;
import java.util.List;

/**
 * A residual network (He et al. 2016) of blocks of two convolutions: with {@code channels: [16, 32,
 * 64], blocks: 3} the one of 20 layers for small pictures, with {@code channels: [64, 128, 256,
 * 512], blocks: 2, stem: large} the one of 18 layers for large ones, but with group normalisation.
 */
@Named("resnet")
public record ResNetRecipe(
    @Doc("channels of each stage; from the second on a stage halves height and width")
        @Default("[16, 32, 64]")
        List<Integer> channels,
    @Doc("blocks of a stage") @Default("3") int blocks,
    @Doc("what comes first: small, a convolution of 3 by 3; large, one of 7 by 7 and two halvings")
        @Default("small")
        Stem stem,
    @Doc("groups of group normalisation, which divide all channels") @Default("8") int groups,
    @Doc("dropout before the last layer") @Default("0.0") double dropout)
    implements ImageNetworkRecipe {
  /** What a network begins with. */
  public enum Stem {
    /** For pictures of some dozens of pixels. */
    SMALL,
    /** For pictures of some hundreds of pixels. */
    LARGE
  }

  /** Fails for values out of range. */
  public ResNetRecipe {
    channels = List.copyOf(channels);
    Check.notEmpty("channels", channels);
    Check.atLeast("groups", groups, 1);
    channels.forEach(count -> ConvolutionalRecipe.checkGroups("channels", count, groups));
    Check.atLeast("blocks", blocks, 1);
    Check.share("dropout", dropout);
  }
}
