package gloss.loss;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.function.Function;

/**
 * The value of a loss of an item on average, and its gradient by the predictions.
 *
 * @param plain what is reported
 */
record Evaluation(double value, double plain, double[] gradient) {
  /** Numbers and their shape. */
  record Values(double[] values, Shape shape) {
    NDArray as(NDManager manager, DataType type) {
      return manager.create(values, shape).toType(type, true);
    }
  }

  /** Evaluates a loss in a precision. */
  static Evaluation of(
      Function<NDArray, LossSum> loss, NDManager manager, Values predictions, DataType type) {
    NDArray p = predictions.as(manager, type);
    p.setRequiresGradient(true);
    LossSum sum;
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      sum = loss.apply(p);
      collector.backward(sum.sum());
    }
    double[] gradient = p.getGradient().toType(DataType.FLOAT64, true).toDoubleArray();
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] /= sum.count();
    }
    return new Evaluation(LossSum.number(sum.sum()) / sum.count(), sum.mean(), gradient);
  }

  /** The gradient by central differences, in double precision. */
  static double[] differences(
      Function<NDArray, LossSum> loss, NDManager manager, Values predictions) {
    double step = 1e-5;
    double[] gradient = new double[predictions.values.length];
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] =
          (shifted(loss, manager, predictions, i, step)
                  - shifted(loss, manager, predictions, i, -step))
              / (2 * step);
    }
    return gradient;
  }

  private static double shifted(
      Function<NDArray, LossSum> loss, NDManager manager, Values predictions, int i, double by) {
    double[] values = predictions.values.clone();
    values[i] += by;
    LossSum sum = loss.apply(new Values(values, predictions.shape).as(manager, DataType.FLOAT64));
    return LossSum.number(sum.sum()) / sum.count();
  }
}
