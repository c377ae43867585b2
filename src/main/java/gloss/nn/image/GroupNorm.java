package gloss.nn.image;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import gloss.nn.Layer;
import gloss.nn.Pass;

/**
 * Group normalisation (Wu and He 2018): {@code y = (x − mean) / √(variance + ε) · γ + β}, mean and
 * variance taken for each picture over the pixels and channels of a group, γ and β of each channel.
 */
final class GroupNorm extends Layer {
  private static final double EPSILON = 1e-5;

  private final int groups;
  private final Parameter scale;
  private final Parameter shift;

  /** Normalises channels in so many groups; γ begins at {@code first}. */
  GroupNorm(int channels, int groups, Initializer first) {
    this.groups = groups;
    scale = parameter("scale", Parameter.Type.GAMMA, first, channels);
    shift = parameter("shift", Parameter.Type.BETA, Initializer.ZEROS, channels);
  }

  NDArray apply(Pass pass, NDArray x) {
    return apply(pass, x, false);
  }

  /** The same, and what is negative becomes 0. */
  NDArray relu(Pass pass, NDArray x) {
    return apply(pass, x, true);
  }

  private NDArray apply(Pass pass, NDArray x, boolean relu) {
    return ImageKernels.groupNorm(x, pass.value(scale), pass.value(shift), groups, EPSILON, relu);
  }

  @Override
  protected NDList forward(Pass pass, NDList inputs) {
    return new NDList(apply(pass, inputs.singletonOrThrow()));
  }
}
