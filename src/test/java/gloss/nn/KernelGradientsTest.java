package gloss.nn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The gradient of every kernel of {@code gloss.nn}. */
class KernelGradientsTest {
  private static final String TEXT = "kernels.py";

  @Test
  void everyKernelsGradientIsThatOfFiniteDifferences() {
    try (KernelCheck check = new KernelCheck(new KernelLibrary(Kernels.class, TEXT))) {
      NDManager manager = check.manager();
      NDArray ids = manager.create(new long[] {2, 0, 2});
      check.one("linear", check.normal(2, 4), check.normal(3, 4), check.normal(3));
      check.one("linear", check.normal(2, 4), check.normal(3, 4), KernelLibrary.optional(null));
      check.one("embed", ids, check.normal(3, 2), 1.5);
      NDArray bags = manager.create(new long[] {2, 1, 0, 2, 2, 0, 0, 0, 0}, new Shape(3, 3));
      check.one("embed_mean", bags, check.normal(3, 2), 1.5, 0);
      check.one("layer_norm", check.normal(3, 5), check.normal(5), check.normal(5), 1e-5);
      check.one("relu_dropout", check.awayFromZero(3, 4), 0.0);
      perceptron(check);
      check.one("dropout", check.normal(3, 4), 0.0);
      check.one("add_dropout", check.normal(2, 3), check.normal(2, 3), 0.0);
      check.one("add", check.normal(2, 3), check.normal(1, 3));
      check.one("select", check.normal(3, 2), ids);
      NDArray places = manager.create(new long[] {0, 1, 1, 2}, new Shape(2, 2));
      check.one("rows_in", check.normal(3, 2), places);
      check.one("rows_at", check.normal(2, 3, 2), manager.create(new long[] {5, 1, 5}));
      attention(check);
      // linear_bf16 is held against linear below, noise is random, assign works in place.
      check.assertAllChecked(
          Kernels.class,
          TEXT,
          "linear_bf16",
          "noise",
          "dropped",
          "kept",
          "factors",
          "packing",
          "assign");
    }
  }

  /** Hidden units that are far from the corner of the ReLU: one is on, the other off. */
  private static void perceptron(KernelCheck check) {
    NDArray biases = check.manager().create(new float[] {20, -20});
    check.one(
        "perceptron",
        check.normal(3, 2, 2),
        List.of(check.normal(2, 4), check.normal(3, 2)),
        List.of(biases, check.normal(3)),
        0.0);
  }

  private static void attention(KernelCheck check) {
    NDArray mask =
        check
            .manager()
            .create(new boolean[] {true, true, false, true, true, true}, new Shape(2, 1, 1, 3));
    NDArray query = check.normal(2, 2, 4);
    NDArray keyValue = check.normal(2, 3, 8);
    check.one("attention", query, keyValue, mask, 2, 0.0, false);
    check.one("attention", query, keyValue, KernelLibrary.optional(null), 1, 0.0, false);
    check.one(
        "attention",
        check.normal(2, 3, 4),
        check.normal(2, 3, 8),
        KernelLibrary.optional(null),
        2,
        0.0,
        true);
  }

  /** Differences would drown in the rounding of bf16, of which a number has eight bits. */
  @Test
  void theGradientsOfHalfPrecisionAreNearlyThoseOfFull() {
    try (KernelCheck check = new KernelCheck(new KernelLibrary(Kernels.class, TEXT))) {
      NDArray weight = check.normal(6, 16);
      assertNearlyEqual(check.normal(5, 16), weight, check.normal(5, 6), check);
      assertNearlyEqual(check.normal(3, 7, 16), weight, check.normal(3, 7, 6), check);
      assertNearlyEqual(check.normal(2, 4, 16), weight, check.normal(2, 4, 6), check);
    }
  }

  private static void assertNearlyEqual(
      NDArray x, NDArray weight, NDArray residual, KernelCheck check) {
    List<NDArray> arguments = List.of(x, weight, check.normal(6), residual);
    List<float[]> half = linearGradients(arguments, true);
    List<float[]> full = linearGradients(arguments, false);
    for (int k = 0; k < full.size(); k++) {
      double error = 0;
      double length = 0;
      for (int i = 0; i < full.get(k).length; i++) {
        error += Math.pow(half.get(k)[i] - full.get(k)[i], 2);
        length += Math.pow(full.get(k)[i], 2);
      }
      assertThat(Math.sqrt(error / length)).isLessThan(0.02);
    }
  }

  /** Gradients of x, W, b and a of {@code Σ (a + x Wᵀ + b)²}, and of a. */
  private static List<float[]> linearGradients(List<NDArray> arguments, boolean half) {
    List<NDArray> copies = arguments.stream().map(NDArray::duplicate).toList();
    copies.forEach(copy -> copy.setRequiresGradient(true));
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      NDArray y = Kernels.linear(copies.get(0), copies.get(1), copies.get(2), half);
      collector.backward(Kernels.addDropout(copies.get(3), y, 0).square().sum());
    }
    return copies.stream().map(copy -> copy.getGradient().toFloatArray()).toList();
  }
}
