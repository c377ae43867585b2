package gloss.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import gloss.nn.KernelCheck;
import gloss.nn.KernelLibrary;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The gradient of every kernel of {@code gloss.loss}, away from corners. */
class LossGradientsTest {
  private static final String TEXT = "kernels.py";
  private static final Object NONE = KernelLibrary.optional(null);
  private static final double[] EVEN = {};
  private static final double[] WEIGHTS = {1, 0.5, 2, 0.7};

  private final KernelCheck check = new KernelCheck(LossKernels.LIBRARY);

  @AfterEach
  void close() {
    check.close();
  }

  @Test
  void everyKernelsGradientIsThatOfFiniteDifferences() {
    numbers();
    adaptive();
    yesAndNo();
    classes();
    distributions();
    sums();
    check.assertAllChecked(LossKernels.class, TEXT, "one_hot", "weights_of");
  }

  /** Whole numbers have no gradient. */
  private NDArray zeros(long... shape) {
    return check.manager().create(new long[(int) new Shape(shape).size()], new Shape(shape));
  }

  private NDArray labels() {
    return check.manager().create(new long[] {1, 3, 0});
  }

  private void numbers() {
    for (String kernel : List.of("mean_squared_error", "log_cosh")) {
      check.one(kernel, check.normal(2, 3), check.normal(2, 3));
    }
    check.one("mean_absolute_error", check.awayFromZero(2, 3), zeros(2, 3));
    check.one("quantile", check.awayFromZero(2, 3), zeros(2, 3), 0.3);
    check.one("huber", check.normal(2, 3), check.normal(2, 3), 0.7);
    check.one("smooth_l1", check.normal(2, 3), check.normal(2, 3), 0.7);
    NDArray counts = check.manager().create(new long[] {0, 1, 2, 5});
    check.one("poisson", check.normal(4), counts, true);
    double[] shapes = {2, 0, 1, 3, -2, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (double shape : shapes) {
      check.one("robust", check.awayFromZero(2, 3), zeros(2, 3), shape, 1.2);
    }
  }

  private void adaptive() {
    check.one("shape_of", check.normal(3), 0.001, 1.999);
    check.one("scale_of", check.normal(3), 1e-5, 1.0);
    // A straight line, so that there is no corner between its places.
    int places = 257;
    float[] line = new float[2 * places];
    for (int i = 0; i < places; i++) {
      line[i] = 0.01f * i;
      line[places + i] = 0.01f;
    }
    NDArray table = check.manager().create(line, new Shape(2, places));
    check.one("log_partition", check.manager().create(new float[] {0.5f, 1.5f, 2.7f}), table);
    check.one(
        "adaptive_robust",
        check.normal(4, 2),
        check.normal(4, 2),
        check.normal(2),
        check.normal(2),
        table,
        new double[] {0.001, 1.8},
        new double[] {0.1, 1});
  }

  private void yesAndNo() {
    NDArray targets = check.manager().create(new long[] {0, 1, 1, 0, 1, 0}, new Shape(2, 3));
    check.one("binary_cross_entropy", check.normal(2, 3), targets, new double[] {2});
    check.one("binary_focal", check.normal(2, 3), targets, 2.0, 0.25);
    check.one("hinge", check.awayFromZero(2, 3), targets, 0.0, false);
    check.one("hinge", check.normal(2, 3), targets, 0.8, true);
  }

  private void classes() {
    check.several(1, "cross_entropy", check.normal(3, 4), labels(), EVEN, 0.0, -100);
    check.several(1, "cross_entropy", check.normal(3, 4), labels(), WEIGHTS, 0.2, 3);
    check.several(1, "focal", check.normal(3, 4), labels(), WEIGHTS, 2.0);
    NDArray states = check.normal(3, 2);
    NDArray weight = check.normal(4, 2);
    int fp32 = 6;
    check.several(
        1, "output_cross_entropy", states, weight, check.normal(4), labels(), 0.2, true, fp32, 2);
    check.several(1, "output_cross_entropy", states, weight, NONE, labels(), 0.0, true, fp32, 2);
    NDArray apart =
        check.manager().create(new float[] {2, 0.5f, -1, -0.3f, 0.6f, 1.7f}, new Shape(2, 3));
    NDArray own = check.manager().create(new long[] {0, 1});
    check.one("multi_class_hinge", apart, own, 1.0);
  }

  private void distributions() {
    NDArray targets = check.awayFromZero(3, 4).abs();
    check.one("probability_error", check.normal(3, 4), targets);
    check.one("kullback_leibler", check.normal(3, 4), targets);
    check.several(1, "soft_cross_entropy", check.normal(3, 4), targets, WEIGHTS, 0.1);
    NDArray signs = check.manager().create(new long[] {1, -1, 1});
    check.one("cosine_embedding", check.normal(3, 4), check.normal(3, 4), signs, -1.0);
    check.one("cosine_embedding", check.normal(3, 4), check.normal(3, 4), NONE, 0.0);
    check.one("r_drop", check.normal(4, 3), check.normal(), 0.7);
  }

  private void sums() {
    List<NDArray> sums = List.of(check.normal(), check.normal());
    double[] factors = {1, 0.5};
    check.one("weighted_sum", sums, factors);
    check.one("uncertainty", sums, check.normal(2), factors, 3.0);
    List<NDArray> weights = List.of(check.awayFromZero(2, 3), check.awayFromZero(4));
    check.one("penalty", weights, 0.1, 0.2);
    check.one("add_penalty", check.normal(), weights, 0.1, 0.2, 3.0);
  }
}
