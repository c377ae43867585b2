package gloss.nn.image;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import gloss.nn.Layer;
import gloss.nn.Pass;
import org.jspecify.annotations.Nullable;

/** {@code relu(norm(convolution(x)))}, or with a bias in the place of the normalisation. */
final class ConvolutionLayer extends Layer {
  private final Convolution convolution;
  private final @Nullable GroupNorm norm;

  /** A layer that keeps height and width; no groups mean no normalisation. */
  ConvolutionLayer(int in, int out, int kernel, int groups) {
    convolution = addChildBlock("convolution", new Convolution(in, out, kernel, 1, groups == 0));
    norm = groups == 0 ? null : addChildBlock("norm", new GroupNorm(out, groups, Initializer.ONES));
  }

  NDArray apply(Pass pass, NDArray x) {
    NDArray y = convolution.apply(pass, x);
    return norm == null ? ImageKernels.relu(y) : norm.relu(pass, y);
  }

  /** The largest of every 2 × 2 pixels of {@link #apply}. */
  NDArray pooled(Pass pass, NDArray x) {
    NDArray y = convolution.apply(pass, x);
    return ImageKernels.maxPoolRelu(norm == null ? y : norm.apply(pass, y), 2, 2);
  }

  @Override
  protected NDList forward(Pass pass, NDList inputs) {
    return new NDList(apply(pass, inputs.singletonOrThrow()));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return convolution.getOutputShapes(inputShapes);
  }
}
