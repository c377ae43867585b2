package gloss.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/**
 * A loss summed over some items, and how many they were; the loss is {@code sum / count}.
 *
 * @param sum scalar with gradient
 * @param plain the same sum as a number without what was added for training only, such as label
 *     smoothing: what is reported
 * @param count of items, e.g. target tokens; of weighted items, the sum of their weights
 */
public record LossSum(NDArray sum, double plain, double count) {
  /** A sum that is reported as it is. */
  static LossSum of(NDArray sum, long count) {
    return new LossSum(sum, number(sum), count);
  }

  /** The value of a scalar. */
  static double number(NDArray scalar) {
    return scalar.getDataType() == DataType.FLOAT64 ? scalar.getDouble() : scalar.getFloat();
  }

  /** The loss of an item on average, as it is reported. */
  public double mean() {
    return plain / count;
  }
}
