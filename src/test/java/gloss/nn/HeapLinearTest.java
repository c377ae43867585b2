package gloss.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class HeapLinearTest {
  private static float[][] drawn(int rows, int columns, Random random) {
    float[][] matrix = new float[rows][columns];
    for (float[] row : matrix) {
      for (int i = 0; i < columns; i++) {
        row[i] = (float) random.nextGaussian();
      }
    }
    return matrix;
  }

  /** Inputs that are no multiple of four, and outputs that are more than are computed together. */
  @Property(tries = 100)
  void isProductAndBias(
      @ForAll @IntRange(min = 1, max = 5) int rows,
      @ForAll @IntRange(min = 1, max = 11) int inputs,
      @ForAll @IntRange(min = 1, max = 2_500) int outputs,
      @ForAll long seed) {
    Random random = new Random(seed);
    float[][] x = drawn(rows, inputs, random);
    float[][] w = drawn(inputs, outputs, random);
    float[] b = drawn(1, outputs, random)[0];
    float[] before = b.clone();
    float[][] y = new HeapLinear(w, b).of(x);
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < outputs; column++) {
        double expected = b[column];
        for (int i = 0; i < inputs; i++) {
          expected += (double) x[row][i] * w[i][column];
        }
        assertThat((double) y[row][column]).isCloseTo(expected, within(1e-5));
      }
    }
    assertThat(b).isEqualTo(before);
  }

  @Test
  void wrongSizesAreRefused() {
    HeapLinear layer = new HeapLinear(new float[3][2], new float[2]);
    assertThatThrownBy(() -> layer.of(new float[1][4]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("4 inputs for the weights of 3");
  }
}
