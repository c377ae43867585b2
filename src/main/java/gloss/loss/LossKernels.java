package gloss.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import gloss.nn.EncoderDecoder;
import gloss.nn.KernelLibrary;
import gloss.nn.Pass;
import gloss.nn.RowPadding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The arithmetic of the losses; see {@link KernelLibrary}. */
final class LossKernels {
  static final KernelLibrary LIBRARY = new KernelLibrary(LossKernels.class, "kernels.py");

  /** Rows of logits that are computed at a time: few enough to stay near the processor. */
  private static final int ROWS = 256;

  /** The engine's numbers of element types. */
  private static final int FP32 = 6;

  private static final int BF16 = 15;

  private LossKernels() {}

  /** A loss that is a sum over elements: predictions and targets have one shape. */
  static LossSum elements(
      String kernel, NDArray predictions, NDArray targets, Object... parameters) {
    checkSameShape(predictions, targets);
    return LossSum.of(call(kernel, predictions, targets, parameters), predictions.size());
  }

  /** A loss that is a sum over rows: scores (n, classes) and one distribution for each. */
  static LossSum rows(String kernel, NDArray scores, NDArray targets, Object... parameters) {
    NDArray distributions = distributions(scores, targets);
    return LossSum.of(call(kernel, scores, distributions, parameters), scores.getShape().get(0));
  }

  /** A loss that knows what is reported and what counts: scores (n, classes) and class ids (n). */
  static LossSum classes(String kernel, NDArray scores, NDArray ids, Object... parameters) {
    checkIds(scores, ids);
    return counted(kernel, scores, ids, parameters);
  }

  /** A loss that knows what is reported and what counts. */
  static LossSum counted(String kernel, NDArray scores, NDArray targets, Object... parameters) {
    NDList results = LIBRARY.several(kernel, arguments(scores, targets, parameters));
    // Float, or double where a test computes with doubles.
    Number[] plainAndCount = results.get(1).toArray();
    return new LossSum(
        results.get(0), plainAndCount[0].doubleValue(), plainAndCount[1].doubleValue());
  }

  static NDArray call(String kernel, NDArray predictions, NDArray targets, Object... parameters) {
    return LIBRARY.one(kernel, arguments(predictions, targets, parameters));
  }

  private static Object[] arguments(NDArray predictions, NDArray targets, Object... parameters) {
    List<Object> arguments = new ArrayList<>(List.of(predictions, targets));
    arguments.addAll(List.of(parameters));
    return arguments.toArray();
  }

  /** Class ids as rows that are 1 at their class and 0 elsewhere; distributions as they are. */
  static NDArray distributions(NDArray scores, NDArray targets) {
    if (targets.getShape().dimension() == scores.getShape().dimension()) {
      checkSameShape(scores, targets);
      return targets;
    }
    checkIds(scores, targets);
    return LIBRARY.one("one_hot", scores, targets);
  }

  /** Whether targets are class ids, and not distributions over the classes of the scores. */
  static boolean areIds(NDArray scores, NDArray targets) {
    return targets.getShape().dimension() < scores.getShape().dimension();
  }

  static void checkSameShape(NDArray predictions, NDArray targets) {
    if (!predictions.getShape().equals(targets.getShape())) {
      throw new IllegalArgumentException(
          "predictions of shape "
              + predictions.getShape()
              + " do not fit targets of shape "
              + targets.getShape());
    }
  }

  static void checkIds(NDArray scores, NDArray ids) {
    Shape shape = scores.getShape();
    if (shape.dimension() != 2
        || !ids.getShape().equals(new Shape(shape.get(0)))
        || ids.getDataType() != DataType.INT64) {
      throw new IllegalArgumentException(
          "scores of shape "
              + shape
              + " need one class id each, as int64; the targets are "
              + ids.getDataType()
              + " of shape "
              + ids.getShape());
    }
  }

  /**
   * {@code loss / 2 + weight / 4 · Σ (p − q) (log p − log q)}, with p and q the distributions of
   * the first and of the second half of the logits' rows.
   */
  static NDArray rDrop(NDArray logits, NDArray loss, double weight) {
    return LIBRARY.one("r_drop", logits, loss, weight);
  }

  /**
   * The output layer and {@link CrossEntropy} in one: a part of the logits at a time, with the
   * gradient made at once where the logits were, so that there is never more than a part of them.
   *
   * @param states (n, size)
   * @param labels (n), int64
   * @param weights (n), what each item's loss is multiplied by; null for 1
   * @param pass whether gradients are wanted, and the precision of the matrix products
   * @return the loss, a scalar, and the negative log-likelihood without smoothing and gradient
   */
  static NDList outputCrossEntropy(
      Pass pass,
      NDArray states,
      EncoderDecoder.Output output,
      NDArray labels,
      @Nullable NDArray weights,
      double smoothing) {
    long last = states.getShape().get(0) % ROWS;
    return LIBRARY.several(
        "output_cross_entropy",
        states,
        output.weight(),
        KernelLibrary.optional(output.bias()),
        labels,
        KernelLibrary.optional(weights),
        smoothing,
        pass.training(),
        pass.half() ? BF16 : FP32,
        ROWS,
        pass.half() ? RowPadding.of(last) : 0);
  }
}
