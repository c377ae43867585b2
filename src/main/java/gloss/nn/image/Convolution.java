package gloss.nn.image;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.XavierInitializer;
import gloss.nn.Layer;
import gloss.nn.Pass;
import org.jspecify.annotations.Nullable;

/**
 * A convolution over pixels: (batch, in, height, width) → (batch, out, height / stride, width /
 * stride), rounded up. Weights start normally distributed with variance 2 / (in · k²) (He et al.
 * 2015), the bias, if there is one, at zero.
 */
final class Convolution extends Layer {
  private final int out;
  private final int stride;
  private final Parameter weight;
  private final @Nullable Parameter bias;

  /**
   * A convolution.
   *
   * @param kernel k, odd: how many pixels it sees in each direction
   * @param biased whether there is a bias; before a normalisation it would be taken away again
   */
  Convolution(int in, int out, int kernel, int stride, boolean biased) {
    this.out = out;
    this.stride = stride;
    weight = parameter("weight", Parameter.Type.WEIGHT, he(), out, in, kernel, kernel);
    bias = biased ? parameter("bias", Parameter.Type.BIAS, Initializer.ZEROS, out) : null;
  }

  private static Initializer he() {
    return new XavierInitializer(
        XavierInitializer.RandomType.GAUSSIAN, XavierInitializer.FactorType.IN, 2);
  }

  NDArray apply(Pass pass, NDArray x) {
    return ImageKernels.convolution(
        x, pass.value(weight), bias == null ? null : pass.value(bias), stride, pass.half());
  }

  @Override
  protected NDList forward(Pass pass, NDList inputs) {
    return new NDList(apply(pass, inputs.singletonOrThrow()));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    Shape in = inputShapes[0];
    return new Shape[] {new Shape(in.get(0), out, over(in.get(2)), over(in.get(3)))};
  }

  private long over(long size) {
    return (size + stride - 1) / stride;
  }
}
