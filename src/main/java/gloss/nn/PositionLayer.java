package gloss.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.NormalInitializer;
import java.util.Arrays;

/** Adds to each vector of (batch, length, size) one that tells its position. */
abstract sealed class PositionLayer extends Layer {
  /** Adds the vectors of positions {@code from}, {@code from} + 1, … */
  abstract NDArray apply(Pass pass, NDArray x, int from);

  /**
   * The vectors of positions from 0, (positions, size), not to be changed.
   *
   * @param manager of a table that is made
   * @param positions how many at least, where there is no end to them
   */
  abstract NDArray table(Pass pass, NDManager manager, int positions);

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

    /** The first vectors: making them takes longer than a sentence's first word. */
    private volatile float[] first = new float[0];

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
    NDArray table(Pass pass, NDManager manager, int positions) {
      return manager.create(known(positions), new Shape(positions, size));
    }

    private float[] known(int positions) {
      float[] table = first;
      if (table.length < positions * size) {
        table = table(0, positions, size);
        first = table;
      }
      return Arrays.copyOf(table, positions * size);
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
    NDArray table(Pass pass, NDManager manager, int positions) {
      return pass.value(table);
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
