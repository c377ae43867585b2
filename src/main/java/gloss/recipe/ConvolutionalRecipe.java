package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import gloss.yaml.Named;
import java.util.List;

/**
 * Convolutions, halvings of the picture, and a linear layer on what is left (LeCun et al. 1998).
 */
@Named("convolutional")
public record ConvolutionalRecipe(
    @Doc("channels of each stage, which ends with a picture of half the height and width")
        @Default("[32, 64]")
        List<Integer> channels,
    @Doc("convolutions of a stage") @Default("1") int layers,
    @Doc("pixels that a convolution sees in each direction; odd") @Default("3") int kernel,
    @Doc("groups of group normalisation, which divide all channels; 0: no normalisation")
        @Default("8")
        int groups,
    @Doc("size of a layer between the pictures and the classes; 0: none") @Default("0") int hidden,
    @Doc("dropout before the last layer, and before the hidden one") @Default("0.0") double dropout)
    implements ImageNetworkRecipe {
  /** Fails for values out of range. */
  public ConvolutionalRecipe {
    channels = List.copyOf(channels);
    Check.notEmpty("channels", channels);
    channels.forEach(count -> checkGroups("channels", count, groups));
    Check.atLeast("layers", layers, 1);
    Check.atLeast("kernel", kernel, 1);
    Check.that(kernel % 2 == 1, "kernel", "must be odd, is " + kernel);
    Check.atLeast("groups", groups, 0);
    Check.atLeast("hidden", hidden, 0);
    Check.share("dropout", dropout);
  }

  static void checkGroups(String key, int channels, int groups) {
    Check.atLeast(key, channels, 1);
    Check.that(
        groups <= 0 || channels % groups == 0,
        key,
        "must be multiples of groups, " + groups + "; found " + channels);
  }
}
