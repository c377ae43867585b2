package gloss.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.NormalInitializer;

/** Adds to each vector of (batch, length, size) one that tells its position. */
abstract sealed class PositionLayer extends Layer {
  /** Adds the vectors of positions {@code from}, {@code from} + 1, … */
  abstract NDArray apply(Pass pass, NDArray x, int from);

  /** The vector of one position, (1, size). */
  abstract NDArray at(Pass pass, NDManager manager, int position);

  @Override
  protected NDList forward(Pass pass, NDList inputs) {
    return new NDList(apply(pass, inputs.singletonOrThrow(), 0));
  }

  /**
   * Sines and cosines of geometric wave lengths (Vaswani et al. 2017, section 3.5): {@code p(i, 2k)
   * = sin(i / 10000^(2k/size))}, {@code p(i, 2k+1) = cos(…)}. Any length; nothing is learned.
   */
  static final class Sinusoidal extends PositionLayer {
    private final int size;

    Sinusoidal(int size) {
      this.size = size;
    }

    @Override
    NDArray apply(Pass pass, NDArray x, int from) {
      int length = Math.toIntExact(x.getShape().get(1));
      NDManager manager = x.getManager();
      return Kernels.add(x, manager.create(table(from, length, size), new Shape(1, length, size)));
    }

    @Override
    NDArray at(Pass pass, NDManager manager, int position) {
      return manager.create(table(position, 1, size), new Shape(1, size));
    }

    static float[] table(int from, int length, int size) {
      float[] table = new float[length * size];
      for (int k = 0; k < size; k++) {
        double frequency = Math.pow(10_000, -(k - k % 2) / (double) size);
        for (int i = 0; i < length; i++) {
          double angle = (from + i) * frequency;
          table[i * size + k] = (float) (k % 2 == 0 ? Math.sin(angle) : Math.cos(angle));
        }
      }
      return table;
    }
  }

  /** One learned vector a position, up to a fixed length. */
  static final class Learned extends PositionLayer {
    private static final float DEVIATION = 0.02f;

    private final Parameter table;

    Learned(int length, int size) {
      table =
          parameter(
              "weight", Parameter.Type.WEIGHT, new NormalInitializer(DEVIATION), length, size);
    }

    @Override
    NDArray at(Pass pass, NDManager manager, int position) {
      NDArray row = manager.create(new long[] {position});
      return Kernels.embed(row, pass.value(table), 1);
    }

    @Override
    NDArray apply(Pass pass, NDArray x, int from) {
      int length = Math.toIntExact(x.getShape().get(1));
      long[] ids = new long[length];
      for (int i = 0; i < length; i++) {
        ids[i] = (long) from + i;
      }
      NDArray rows = x.getManager().create(ids, new Shape(1, length));
      return Kernels.add(x, Kernels.embed(rows, pass.value(table), 1));
    }
  }
}
