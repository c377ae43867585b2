package gloss.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import gloss.batch.PaddedBatch;
import java.util.Arrays;

/** Rectangles of ids as arrays of the engine, one call each. */
public final class BatchArrays {
  private BatchArrays() {}

  /** Ids (rows, columns), int64. */
  public static NDArray ids(NDManager manager, PaddedBatch batch) {
    long[] ids = new long[batch.tokens().length];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = batch.tokens()[i];
    }
    return manager.create(ids, new Shape(batch.rows(), batch.columns()));
  }

  /** True where there is no padding, (rows, 1, 1, columns). */
  public static NDArray mask(NDManager manager, PaddedBatch batch) {
    boolean[] mask = new boolean[batch.tokens().length];
    for (int row = 0; row < batch.rows(); row++) {
      int start = row * batch.columns();
      Arrays.fill(mask, start, start + batch.lengths()[row], true);
    }
    return manager.create(mask, new Shape(batch.rows(), 1, 1, batch.columns()));
  }

  /** Where in the flat rectangle there is no padding, int64. */
  public static NDArray positions(NDManager manager, PaddedBatch batch) {
    long[] positions = new long[batch.tokenCount()];
    int n = 0;
    for (int row = 0; row < batch.rows(); row++) {
      for (int column = 0; column < batch.lengths()[row]; column++) {
        positions[n++] = (long) row * batch.columns() + column;
      }
    }
    return manager.create(positions);
  }

  /** The ids that are no padding, row after row, int64. */
  public static NDArray flat(NDManager manager, PaddedBatch batch) {
    long[] ids = new long[batch.tokenCount()];
    int n = 0;
    for (int row = 0; row < batch.rows(); row++) {
      for (int column = 0; column < batch.lengths()[row]; column++) {
        ids[n++] = batch.tokens()[row * batch.columns() + column];
      }
    }
    return manager.create(ids);
  }
}
