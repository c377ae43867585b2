package gloss.task.image;

import gloss.nn.image.ConvolutionalNetwork;
import gloss.nn.image.FlatNetwork;
import gloss.nn.image.ImageNetwork;
import gloss.nn.image.ResNet;
import gloss.recipe.ConvolutionalRecipe;
import gloss.recipe.ImageNetworkRecipe;
import gloss.recipe.LinearRecipe;
import gloss.recipe.Makers;
import gloss.recipe.PerceptronRecipe;
import gloss.recipe.ResNetRecipe;
import gloss.text.InputException;
import java.util.List;
import java.util.function.Function;

/** The index of networks that look at pictures. */
final class ImageNetworks {
  private static final Makers<ImageNetworkRecipe, Function<ImageInput, ImageNetwork>> INDEX =
      new Makers<ImageNetworkRecipe, Function<ImageInput, ImageNetwork>>()
          .with(LinearRecipe.class, recipe -> in -> flat(in, List.of(), 0))
          .with(PerceptronRecipe.class, recipe -> in -> flat(in, recipe.hidden(), recipe.dropout()))
          .with(
              ConvolutionalRecipe.class,
              recipe -> in -> new ConvolutionalNetwork(recipe, in.size(), in.classes().size()))
          .with(
              ResNetRecipe.class,
              recipe -> in -> new ResNet(recipe, in.size(), in.classes().size()));

  private ImageNetworks() {}

  private static ImageNetwork flat(ImageInput input, List<Integer> hidden, double dropout) {
    return new FlatNetwork(input.size(), hidden, input.classes().size(), dropout);
  }

  /** A network for pictures; one that does not fit their size is an InputException. */
  static ImageNetwork of(ImageNetworkRecipe recipe, ImageInput input) {
    try {
      return INDEX.make(recipe).apply(input);
    } catch (IllegalArgumentException e) {
      throw new InputException("the network does not fit: " + e.getMessage(), e);
    }
  }
}
