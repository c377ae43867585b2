package gloss.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import org.jspecify.annotations.Nullable;

/**
 * Between the vectors of padded sequences, (batch, length, size), and those that are no padding
 * alone, (n, size), row after row. Sources of a batch have different lengths, so that a seventh of
 * the positions may be padding; what a layer does at each position alone need not be done there.
 */
final class Packing {
  /** Moving rows costs time, too: with less padding than this it takes more than it saves. */
  private static final double LEAST_PADDING = 0.05;

  private final @Nullable NDArray positions;
  private final @Nullable NDArray places;

  private Packing(@Nullable NDArray positions, @Nullable NDArray places) {
    this.positions = positions;
    this.places = places;
  }

  /** Leaves the padding where it is. */
  static Packing none() {
    return new Packing(null, null);
  }

  /**
   * Leaves the padding out while training, if there is enough of it.
   *
   * @param mask boolean (batch, 1, 1, length), false on padding
   */
  static Packing of(Pass pass, NDArray mask) {
    if (!pass.training()) {
      return none();
    }
    NDList found = Kernels.packing(mask);
    double padding = 1 - found.get(0).size() / (double) mask.size();
    return padding < LEAST_PADDING ? none() : new Packing(found.get(0), found.get(1));
  }

  /** (batch, length, size) → (n, size). */
  NDArray pack(NDArray x) {
    return positions == null ? x : Kernels.rowsAt(x, positions);
  }

  /** (n, size) → (batch, length, size); where padding is, there stands the row before it. */
  NDArray unpack(NDArray x) {
    return places == null ? x : Kernels.rowsIn(x, places);
  }
}
