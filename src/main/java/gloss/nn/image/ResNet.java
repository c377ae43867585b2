package gloss.nn.image;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import gloss.corpus.image.ImageSize;
import gloss.nn.Kernels;
import gloss.nn.Layer;
import gloss.nn.Linear;
import gloss.nn.Pass;
import gloss.recipe.ResNetRecipe;
import java.util.ArrayList;
import java.util.List;

/**
 * A residual network for pictures of any size: a first convolution, stages of {@link
 * ResidualBlock}s, the mean over all pixels, and a linear layer.
 */
public final class ResNet extends Layer implements ImageNetwork {
  private final boolean large;
  private final Convolution stem;
  private final GroupNorm norm;
  private final List<ResidualBlock> blocks = new ArrayList<>();
  private final Linear output;
  private final int classes;
  private final double dropout;

  /** A network for pictures with the channels of {@code size}. */
  public ResNet(ResNetRecipe recipe, ImageSize size, int classes) {
    this.classes = classes;
    large = recipe.stem() == ResNetRecipe.Stem.LARGE;
    dropout = recipe.dropout();
    int in = recipe.channels().get(0);
    stem =
        addChildBlock(
            "stem", new Convolution(size.channels(), in, large ? 7 : 3, large ? 2 : 1, false));
    norm = addChildBlock("norm", new GroupNorm(in, recipe.groups(), Initializer.ONES));
    for (int stage = 0; stage < recipe.channels().size(); stage++) {
      int channels = recipe.channels().get(stage);
      for (int i = 0; i < recipe.blocks(); i++) {
        int stride = stage > 0 && i == 0 ? 2 : 1;
        blocks.add(
            addChildBlock(
                "stage" + stage + "_" + i,
                new ResidualBlock(in, channels, stride, recipe.groups())));
        in = channels;
      }
    }
    output = addChildBlock("output", new Linear(in, classes));
  }

  @Override
  public NDArray logits(Pass pass, NDArray pictures) {
    NDArray x = norm.relu(pass, stem.apply(pass, pictures));
    if (large) {
      x = ImageKernels.maxPool(x, 3, 2);
    }
    for (ResidualBlock block : blocks) {
      x = block.apply(pass, x);
    }
    return Kernels.linear(
        Kernels.dropout(ImageKernels.meanPool(x), pass.dropout(dropout)), output.asOutput(pass));
  }

  @Override
  protected NDList forward(Pass pass, NDList inputs) {
    return new NDList(logits(pass, inputs.singletonOrThrow()));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {new Shape(inputShapes[0].get(0), classes)};
  }
}
