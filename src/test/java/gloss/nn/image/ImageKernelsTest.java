package gloss.nn.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import gloss.nn.KernelCheck;
import gloss.nn.KernelLibrary;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Kernels against their formulas, and the gradient of every one. */
class ImageKernelsTest {
  private static final String TEXT = "kernels.py";
  private static final int FP32 = 6;

  private final KernelCheck check = new KernelCheck(new KernelLibrary(ImageKernels.class, TEXT));
  private final NDManager manager = check.manager();

  @AfterEach
  void close() {
    check.close();
  }

  @Test
  void everyKernelsGradientIsThatOfFiniteDifferences() {
    double[] three = {1, 2, 3};
    check.one("normalized", check.normal(1, 2, 2, 3), three, three);
    NDArray x = check.normal(2, 2, 4, 3);
    check.one("convolution", x, check.normal(4, 2, 3, 3), check.normal(4), 1, FP32);
    Object none = KernelLibrary.optional(null);
    check.one("convolution", x, check.normal(4, 2, 3, 3), none, 2, FP32);
    check.one("convolution", x, check.normal(2, 2, 1, 1), none, 2, FP32);
    check.one("group_norm", x, check.normal(2), check.normal(2), 2, 1e-5);
    check.one("group_norm", check.normal(1, 4, 2, 2), check.normal(4), check.normal(4), 2, 1e-5);
    // Far from the corner at 0: one channel is above it, the other below.
    NDArray shift = manager.create(new float[] {4, -4});
    check.one("group_norm_relu", x, check.awayFromZero(2), shift, 1, 1e-5);
    NDArray away = check.awayFromZero(2, 1, 2, 2);
    check.one("relu", away);
    check.one("add_relu", away, away.duplicate());
    NDArray different = manager.create(shuffled(2 * 16), new Shape(2, 1, 4, 4));
    check.one("max_pool", different, 2, 2);
    check.one("max_pool", different, 3, 2);
    check.one("max_pool_relu", different.sub(manager.create(1.05f)), 2, 2);
    check.one("mean_pool", x);
    check.one("flat", x);
    check.assertAllChecked(ImageKernels.class, TEXT);
  }

  /** Numbers that are a tenth apart. */
  private static float[] shuffled(int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (i * 13 % count) / 10f;
    }
    return numbers;
  }

  @Test
  void bytesBecomeChannelsOfNumbers() {
    byte[] bytes = {0, 10, 20, (byte) 255, 110, 120};
    NDArray pixels = manager.create(ByteBuffer.wrap(bytes), new Shape(1, 1, 2, 3), DataType.UINT8);
    NDArray x = ImageKernels.normalized(pixels, new double[] {0, 10, 20}, new double[] {5, 10, 20});
    assertThat(x.getShape()).isEqualTo(new Shape(1, 3, 1, 2));
    assertThat(x.toFloatArray()).containsExactly(0, 51, 0, 10, 0, 5);
  }

  @Test
  void theOrderOfReluAndPoolDoesNotMatter() {
    NDArray x = check.normal(2, 3, 6, 5);
    assertThat(ImageKernels.maxPoolRelu(x, 2, 2).toFloatArray())
        .containsExactly(ImageKernels.maxPool(ImageKernels.relu(x), 2, 2).toFloatArray());
  }

  @Test
  void aConvolutionIsTheSumOfItsFormula() {
    for (int stride = 1; stride <= 2; stride++) {
      NDArray x = check.normal(2, 3, 5, 4);
      NDArray weight = check.normal(2, 3, 3, 3);
      NDArray bias = check.normal(2);
      NDArray y = ImageKernels.convolution(x, weight, bias, stride, false);
      int rows = (5 + stride - 1) / stride;
      int columns = (4 + stride - 1) / stride;
      assertThat(y.getShape()).isEqualTo(new Shape(2, 2, rows, columns));
      float[] found = y.toFloatArray();
      for (int i = 0; i < found.length; i++) {
        int column = i % columns * stride;
        int row = i / columns % rows * stride;
        int out = i / columns / rows % 2;
        int n = i / columns / rows / 2;
        assertThat((double) found[i])
            .isCloseTo(sum(x, weight, n, out, row, column) + bias.getFloat(out), within(1e-4));
      }
    }
  }

  private static double sum(NDArray x, NDArray weight, int n, int out, int row, int column) {
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      for (int dy = -1; dy <= 1; dy++) {
        for (int dx = -1; dx <= 1; dx++) {
          int y = row + dy;
          int z = column + dx;
          if (y >= 0 && y < 5 && z >= 0 && z < 4) {
            sum += x.getFloat(n, c, y, z) * weight.getFloat(out, c, dy + 1, dx + 1);
          }
        }
      }
    }
    return sum;
  }

  @Test
  void convolutionsOfHalfPrecisionAreNearlyThoseOfFull() {
    NDArray x = check.normal(2, 8, 6, 6);
    NDArray weight = check.normal(8, 8, 3, 3);
    float[] full = ImageKernels.convolution(x, weight, null, 1, false).toFloatArray();
    float[] half = ImageKernels.convolution(x, weight, null, 1, true).toFloatArray();
    double error = 0;
    double length = 0;
    for (int i = 0; i < full.length; i++) {
      error += Math.pow(full[i] - half[i], 2);
      length += Math.pow(full[i], 2);
    }
    assertThat(Math.sqrt(error / length)).isGreaterThan(0).isLessThan(0.02);
  }

  @Test
  void groupsHaveMeanZeroAndVarianceOne() {
    NDArray x = check.normal(3, 4, 5, 5).mul(manager.create(3f)).add(manager.create(7f));
    NDArray ones = manager.ones(new Shape(4));
    NDArray zeros = manager.zeros(new Shape(4));
    float[] y = ImageKernels.groupNorm(x, ones, zeros, 2, 1e-5, false).toFloatArray();
    for (int group = 0; group < 6; group++) {
      double sum = 0;
      double squares = 0;
      for (int i = group * 50; i < (group + 1) * 50; i++) {
        sum += y[i];
        squares += (double) y[i] * y[i];
      }
      assertThat(sum / 50).isCloseTo(0, within(1e-4));
      assertThat(squares / 50).isCloseTo(1, within(1e-3));
    }
  }

  @Test
  void poolsTakeTheLargestAndTheMean() {
    float[] numbers = new float[16];
    for (int i = 0; i < 16; i++) {
      numbers[i] = i;
    }
    NDArray x = manager.create(numbers, new Shape(1, 1, 4, 4));
    assertThat(ImageKernels.maxPool(x, 2, 2).toFloatArray()).containsExactly(5, 7, 13, 15);
    assertThat(ImageKernels.maxPool(x, 3, 2).toFloatArray()).containsExactly(5, 7, 13, 15);
    assertThat(ImageKernels.meanPool(x).toFloatArray()).containsExactly(7.5f);
  }
}
