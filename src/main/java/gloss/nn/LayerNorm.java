package gloss.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import java.util.List;

/**
 * Layer normalisation (Ba et al. 2016): {@code y = (x − mean) / √(variance + ε) · γ + β}, mean and
 * variance taken over the last dimension of (…, size).
 */
public final class LayerNorm extends Layer {
  private static final double EPSILON = 1e-5;

  private final Parameter scale;
  private final Parameter shift;

  /** Normalises vectors of {@code size}. */
  public LayerNorm(int size) {
    scale = parameter("scale", Parameter.Type.GAMMA, Initializer.ONES, size);
    shift = parameter("shift", Parameter.Type.BETA, Initializer.ZEROS, size);
  }

  /** Applies the layer. */
  public NDArray apply(Pass pass, NDArray x) {
    return Kernels.layerNorm(x, pass.value(scale), pass.value(shift), EPSILON);
  }

  /** Scale and shift. */
  List<NDArray> values(Pass pass) {
    return List.of(pass.value(scale), pass.value(shift));
  }

  @Override
  protected NDList forward(Pass pass, NDList inputs) {
    return new NDList(apply(pass, inputs.singletonOrThrow()));
  }
}
