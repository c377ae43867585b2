package gloss.nn.image;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import gloss.corpus.image.ImageSize;
import gloss.nn.Kernels;
import gloss.nn.Layer;
import gloss.nn.Linear;
import gloss.nn.Pass;
import gloss.recipe.ConvolutionalRecipe;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stages of convolutions, group normalisation and ReLU, each stage followed by the largest of every
 * 2 × 2 pixels; then dropout and a linear layer to the classes, perhaps with another before it.
 */
public final class ConvolutionalNetwork extends Layer implements ImageNetwork {
  private final List<List<ConvolutionLayer>> stages = new ArrayList<>();
  private final @Nullable Linear hidden;
  private final Linear output;
  private final int classes;
  private final double dropout;

  /** A network for pictures of a size; too many halvings are an IllegalArgumentException. */
  public ConvolutionalNetwork(ConvolutionalRecipe recipe, ImageSize size, int classes) {
    this.classes = classes;
    dropout = recipe.dropout();
    int in = size.channels();
    int height = size.height();
    int width = size.width();
    for (int channels : recipe.channels()) {
      List<ConvolutionLayer> stage = new ArrayList<>();
      for (int i = 0; i < recipe.layers(); i++) {
        String name = "stage" + stages.size() + "_" + i;
        stage.add(
            addChildBlock(
                name, new ConvolutionLayer(in, channels, recipe.kernel(), recipe.groups())));
        in = channels;
      }
      stages.add(stage);
      height /= 2;
      width /= 2;
    }
    if (height == 0 || width == 0) {
      throw new IllegalArgumentException(
          "pictures of " + size + " cannot be halved " + stages.size() + " times");
    }
    int features = in * height * width;
    hidden =
        recipe.hidden() == 0
            ? null
            : addChildBlock("hidden", new Linear(features, recipe.hidden()));
    output =
        addChildBlock(
            "output", new Linear(recipe.hidden() == 0 ? features : recipe.hidden(), classes));
  }

  @Override
  public NDArray logits(Pass pass, NDArray pictures) {
    NDArray x = pictures;
    for (List<ConvolutionLayer> stage : stages) {
      for (ConvolutionLayer layer : stage.subList(0, stage.size() - 1)) {
        x = layer.apply(pass, x);
      }
      x = stage.get(stage.size() - 1).pooled(pass, x);
    }
    x = Kernels.dropout(ImageKernels.flat(x), pass.dropout(dropout));
    if (hidden != null) {
      x = Kernels.reluDropout(Kernels.linear(x, hidden.asOutput(pass)), pass.dropout(dropout));
    }
    return Kernels.linear(x, output.asOutput(pass));
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
