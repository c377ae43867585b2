package gloss.loss;

import ai.djl.ndarray.NDArray;
import gloss.nn.KernelCheck;
import gloss.nn.KernelLibrary;
import org.junit.jupiter.api.Test;

/** The gradient of every kernel of {@code gloss.loss}. */
class LossGradientsTest {
  private static final String TEXT = "kernels.py";

  @Test
  void everyKernelsGradientIsThatOfFiniteDifferences() {
    try (KernelCheck check = new KernelCheck(new KernelLibrary(LossKernels.class, TEXT))) {
      NDArray labels = check.manager().create(new long[] {1, 3, 0});
      check.several(1, "cross_entropy", check.normal(3, 4), labels, 0.0);
      check.several(1, "cross_entropy", check.normal(3, 4), labels, 0.2);
      NDArray states = check.normal(3, 2);
      NDArray weight = check.normal(4, 2);
      Object none = KernelLibrary.optional(null);
      check.several(
          1, "output_cross_entropy", states, weight, check.normal(4), labels, 0.2, true, 6, 2);
      check.several(1, "output_cross_entropy", states, weight, none, labels, 0.0, true, 6, 2);
      check.one("r_drop", check.normal(4, 3), check.normal(1), 0.7);
      check.assertAllChecked(LossKernels.class, TEXT);
    }
  }
}
