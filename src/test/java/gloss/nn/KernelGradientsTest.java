package gloss.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
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
      check.one("layer_norm", check.normal(3, 5), check.normal(5), check.normal(5), 1e-5);
      check.one("relu_dropout", check.awayFromZero(3, 4), 0.0);
      check.one("dropout", check.normal(3, 4), 0.0);
      check.one("add_dropout", check.normal(2, 3), check.normal(2, 3), 0.0);
      check.one("add", check.normal(2, 3), check.normal(1, 3));
      check.one("concatenate", check.normal(2, 3, 2), check.normal(2, 1, 2));
      check.one("select", check.normal(3, 2), ids);
      check.one("rows_at", check.normal(2, 3, 2), manager.create(new long[] {5, 1, 5}));
      attention(check);
      check.several(
          1, "log_softmax_top", check.manager().create(new float[] {1, 2, 4}, new Shape(1, 3)), 3);
      check.assertAllChecked(Kernels.class, TEXT, "assign");
    }
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
}
