package gloss.nn.image;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import gloss.nn.Layer;
import gloss.nn.Pass;
import org.jspecify.annotations.Nullable;

/**
 * {@code relu(shortcut(x) + norm₂(conv₂(relu(norm₁(conv₁(x))))))} (He et al. 2016, "Deep residual
 * learning for image recognition", figure 2); the shortcut is x itself where shapes agree, else a
 * convolution of one pixel with normalisation. The last γ begins at 0, so that the block is at
 * first its shortcut (Goyal et al. 2017, section 5.1).
 */
final class ResidualBlock extends Layer {
  private final Convolution first;
  private final GroupNorm firstNorm;
  private final Convolution second;
  private final GroupNorm secondNorm;
  private final @Nullable Convolution shortcut;
  private final @Nullable GroupNorm shortcutNorm;

  ResidualBlock(int in, int out, int stride, int groups) {
    first = addChildBlock("first", new Convolution(in, out, 3, stride, false));
    firstNorm = addChildBlock("firstNorm", new GroupNorm(out, groups, Initializer.ONES));
    second = addChildBlock("second", new Convolution(out, out, 3, 1, false));
    secondNorm = addChildBlock("secondNorm", new GroupNorm(out, groups, Initializer.ZEROS));
    if (in == out && stride == 1) {
      shortcut = null;
      shortcutNorm = null;
    } else {
      shortcut = addChildBlock("shortcut", new Convolution(in, out, 1, stride, false));
      shortcutNorm = addChildBlock("shortcutNorm", new GroupNorm(out, groups, Initializer.ONES));
    }
  }

  NDArray apply(Pass pass, NDArray x) {
    NDArray inner = firstNorm.relu(pass, first.apply(pass, x));
    NDArray change = secondNorm.apply(pass, second.apply(pass, inner));
    return ImageKernels.addRelu(change, shortcut(pass, x));
  }

  private NDArray shortcut(Pass pass, NDArray x) {
    return shortcut == null || shortcutNorm == null
        ? x
        : shortcutNorm.apply(pass, shortcut.apply(pass, x));
  }

  @Override
  protected NDList forward(Pass pass, NDList inputs) {
    return new NDList(apply(pass, inputs.singletonOrThrow()));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return first.getOutputShapes(inputShapes);
  }
}
