package gloss.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.XavierInitializer;
import java.util.List;

/**
 * {@code y = x Wᵀ + b}: (…, in) → (…, out). Weights start Xavier-uniform, the bias at zero. With
 * bf16 the result is bf16.
 */
public final class Linear extends Layer {
  private final Parameter weight;
  private final Parameter bias;
  private final int out;

  /** A linear layer from {@code in} to {@code out} features. */
  public Linear(int in, int out) {
    this(in, out, 1);
  }

  /** The same with first weights times {@code gain}. */
  Linear(int in, int out, double gain) {
    this.out = out;
    weight = parameter("weight", Parameter.Type.WEIGHT, xavier(gain), out, in);
    bias = parameter("bias", Parameter.Type.BIAS, Initializer.ZEROS, out);
  }

  /** Uniform in ±gain · √(6 / (in + out)) (Glorot and Bengio 2010). */
  private static Initializer xavier(double gain) {
    return new XavierInitializer(
        XavierInitializer.RandomType.UNIFORM,
        XavierInitializer.FactorType.AVG,
        (float) (3 * gain * gain));
  }

  /** Applies the layer. */
  public NDArray apply(Pass pass, NDArray x) {
    return Kernels.linear(x, pass.value(weight), pass.value(bias), pass.half());
  }

  /** This layer as the last one of a decoder. */
  public EncoderDecoder.Output asOutput(Pass pass) {
    return new EncoderDecoder.Output(pass.value(weight), pass.value(bias));
  }

  /** Weight (out, in) and bias (out). */
  List<NDArray> values(Pass pass) {
    return List.of(pass.value(weight), pass.value(bias));
  }

  @Override
  protected NDList forward(Pass pass, NDList inputs) {
    return new NDList(apply(pass, inputs.singletonOrThrow()));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {withLast(inputShapes[0], out)};
  }
}
