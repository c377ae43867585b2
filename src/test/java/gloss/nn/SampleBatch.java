package gloss.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Ids and mask of sequences of different lengths; where there is padding any id may stand. */
public record SampleBatch(NDArray ids, NDArray mask, NDArray positions) {
  /**
   * Puts rows together.
   *
   * @param columns as many as the longest row, or more
   * @param padding the id that fills up
   */
  public static SampleBatch of(NDManager manager, int columns, long padding, long[]... rows) {
    long[] ids = new long[rows.length * columns];
    boolean[] mask = new boolean[ids.length];
    List<Long> positions = new ArrayList<>();
    Arrays.fill(ids, padding);
    for (int row = 0; row < rows.length; row++) {
      for (int i = 0; i < rows[row].length; i++) {
        int at = row * columns + i;
        ids[at] = rows[row][i];
        mask[at] = true;
        positions.add((long) at);
      }
    }
    return new SampleBatch(
        manager.create(ids, new Shape(rows.length, columns)),
        manager.create(mask, new Shape(rows.length, 1, 1, columns)),
        manager.create(positions.stream().mapToLong(Long::longValue).toArray()));
  }
}
