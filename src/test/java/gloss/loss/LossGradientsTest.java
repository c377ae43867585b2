package gloss.loss;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import gloss.nn.KernelCheck;
import gloss.nn.KernelLibrary;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The gradient of every kernel of {@code gloss.loss}. */
class LossGradientsTest {
  private static final String TEXT = "kernels.py";
  private static final double[] NONE = {};
  private static final double[] FOUR = {0.5, 2, 1, 0.25};

  @Test
  void everyKernelsGradientIsThatOfFiniteDifferences() {
    try (KernelCheck check = new KernelCheck(new KernelLibrary(LossKernels.class, TEXT))) {
      numbers(check);
      adaptive(check);
      labels(check);
      classes(check);
      outputLayer(check);
      expectedBleu(check);
      sums(check);
      check.assertAllChecked(LossKernels.class, TEXT, "one_hot", "weights_of");
    }
  }

  /** Errors away from 0, where some of these have a corner. */
  private static void numbers(KernelCheck check) {
    NDArray zeros = check.manager().zeros(new Shape(3, 2));
    check.one("mean_squared_error", check.normal(3, 2), check.normal(3, 2));
    check.one("mean_absolute_error", check.awayFromZero(3, 2), zeros);
    check.one("huber", check.normal(3, 2), zeros, 0.7);
    check.one("smooth_l1", check.normal(3, 2), zeros, 0.7);
    check.one("log_cosh", check.awayFromZero(3, 2), zeros);
    check.one("quantile", check.awayFromZero(3, 2), zeros, 0.8);
    NDArray counts = check.manager().create(new long[] {0, 1, 2, 3, 5, 8}, new Shape(3, 2));
    check.one("poisson", check.normal(3, 2), counts, true);
    for (double shape : new double[] {-2, 0, 0.5, 1, 2, 3}) {
      check.one("robust", check.normal(3, 2), zeros, shape, 1.5);
    }
    Object together = KernelLibrary.optional(null);
    // An angle turns the faster the shorter its vector: these are not too short for differences.
    NDArray left =
        check.manager().create(new float[] {1, 2, -0.5f, 0.7f, 1.5f, -1}, new Shape(3, 2));
    NDArray right = check.manager().create(new float[] {-1, 0.8f, 2, 1, 0.6f, -2}, new Shape(3, 2));
    check.one("cosine_embedding", left, right, together, 0.0);
  }

  private static void adaptive(KernelCheck check) {
    double[][] columns = Table.read("robust-partition.csv");
    float[] values = new float[2 * columns[0].length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) columns[i / columns[0].length][i % columns[0].length];
    }
    NDArray table = check.manager().create(values, new Shape(2, columns[0].length));
    double[] shapes = {0.1, 1.9};
    double[] scales = {0.1, 1};
    check.one("shape_of", check.normal(2), shapes[0], shapes[1]);
    check.one("scale_of", check.normal(2), scales[0], scales[1]);
    check.one("log_partition", check.manager().create(new float[] {0.6f, 1.4f}), table);
    NDArray latent = check.manager().create(new float[] {-0.5f, 0.5f});
    check.one(
        "adaptive_robust",
        check.normal(3, 2),
        check.normal(3, 2),
        latent,
        check.normal(2),
        table,
        shapes,
        scales);
  }

  private static void labels(KernelCheck check) {
    NDArray labels = check.manager().create(new long[] {1, 0, 0, 1, 1, 0}, new Shape(3, 2));
    check.one("binary_cross_entropy", check.normal(3, 2), labels, new double[] {0.5, 3});
    check.one("binary_focal", check.normal(3, 2), labels, 2.0, 0.3);
    float[] scores = {0.5f, -0.3f, -1.4f, 1.6f, -2, 0.2f};
    for (boolean squared : new boolean[] {false, true}) {
      NDArray awayFromTheMargin = check.manager().create(scores, new Shape(3, 2));
      check.one("hinge", awayFromTheMargin, labels, 1.0, squared);
    }
  }

  private static void classes(KernelCheck check) {
    NDArray labels = check.manager().create(new long[] {1, 3, 0});
    check.several(1, "cross_entropy", check.normal(3, 4), labels, NONE, 0.0, -100);
    check.several(1, "cross_entropy", check.normal(3, 4), labels, NONE, 0.2, -100);
    check.several(1, "cross_entropy", check.normal(3, 4), labels, FOUR, 0.2, 3);
    float[] soft = {0.1f, 0.2f, 0.3f, 0.4f, 0.7f, 0.1f, 0.1f, 0.1f};
    NDArray targets = check.manager().create(soft, new Shape(2, 4));
    check.several(1, "soft_cross_entropy", check.normal(2, 4), targets, FOUR, 0.2);
    check.one("kullback_leibler", check.normal(2, 4), targets);
    check.one("probability_error", check.normal(2, 4), targets);
    check.several(1, "focal", check.normal(3, 4), labels, FOUR, 1.5);
    float[] scores = {0, 0.5f, -1, 0.2f, 3, 1, 0.5f, 2.8f, 4, 1, 0, -1};
    NDArray apart = check.manager().create(scores, new Shape(3, 4));
    check.one("multi_class_hinge", apart, labels, 1.0);
    // Probabilities of the labels: about 0.02, 0.49 and 0.95, away from where the smoothing
    // changes.
    float[] sure = {0, -2, 1, 2, 0, 0, 1, 1.8f, 4, 0, 0, 0};
    NDArray graded = check.manager().create(sure, new Shape(3, 4));
    check.several(1, "graduated_smoothing", graded, labels, new double[] {0, 0.1, 0.3}, 0.3, 0.7);
    check.several(
        1, "weighted_cross_entropy", check.normal(3, 4), labels, check.normal(3).abs(), 0.2);
    NDArray negatives = check.manager().create(new long[] {1, -1, 3, 0, -1, -1}, new Shape(3, 2));
    check.one("unlikelihood", check.normal(3, 4), negatives);
    check.one("r_drop", check.normal(4, 3), check.normal(1), 0.7);
  }

  private static void outputLayer(KernelCheck check) {
    NDArray labels = check.manager().create(new long[] {1, 3, 0});
    NDArray states = check.normal(3, 2);
    NDArray weight = check.normal(4, 2);
    Object none = KernelLibrary.optional(null);
    NDArray bias = check.normal(4);
    check.several(
        1, "output_cross_entropy", states, weight, bias, labels, none, 0.2, true, 6, 2, 0);
    check.several(
        1, "output_cross_entropy", states, weight, none, labels, none, 0.0, true, 6, 2, 3);
    Object counts = KernelLibrary.optional(check.manager().create(new float[] {2, -0.5f, 0.25f}));
    check.several(
        1, "output_cross_entropy", states, weight, bias, labels, counts, 0.2, true, 6, 2, 1);
  }

  /** Two lines: of three words and of one; of the second n-gram the reference has less. */
  private static void expectedBleu(KernelCheck check) {
    NDManager manager = check.manager();
    List<NDArray> grams =
        List.of(
            manager.create(new long[] {1, 2, 0}, new Shape(3, 1)),
            manager.create(new long[] {1, 2, 2, 1}, new Shape(2, 2)));
    List<NDArray> counts =
        List.of(manager.create(new float[] {2, 1, 1}), manager.create(new float[] {1, 1}));
    double[] lines = {0, 3, 0.8, 4, 4, 1, 1, 2};
    check.several(
        1, "expected_bleu", check.normal(6, 4), grams, counts, lines, new double[] {2, 2, 3, 2});
  }

  private static void sums(KernelCheck check) {
    List<NDArray> sums = List.of(check.normal(), check.normal());
    check.one("weighted_sum", sums, new double[] {0.5, 2});
    check.one("uncertainty", sums, check.normal(2), new double[] {0.5, 1}, 3.0);
    List<NDArray> weights = List.of(check.awayFromZero(2, 2), check.awayFromZero(3));
    check.one("penalty", weights, 0.3, 0.5);
    check.one("add_penalty", check.normal(), weights, 0.3, 0.5, 2.0);
  }
}
