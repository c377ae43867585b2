package gloss.score.significance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Against sums in double precision, which are exact here. */
class PackedColumnsTest {
  @Property
  void sumsAsTheyAre(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int rows,
      @ForAll @IntRange(min = 1, max = 20) int width,
      @ForAll @IntRange(min = 0, max = 26) int bits) {
    Random random = new Random(seed);
    double[] cells = new double[rows * width];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = random.nextInt(1 << random.nextInt(bits + 1));
    }
    int[] weights = new int[rows];
    for (int i = 0; i < rows; i++) {
      weights[random.nextInt(rows)]++;
    }
    check(cells, width, weights);
    // All weight on one row.
    Arrays.fill(weights, 0);
    weights[random.nextInt(rows)] = rows;
    check(cells, width, weights);
  }

  private static void check(double[] cells, int width, int[] weights) {
    double[] expected = new double[width];
    for (int i = 0; i < cells.length; i++) {
      expected[i % width] += weights[i / width] * cells[i];
    }
    assertThat(PackedColumns.of(cells, weights.length, width).orElseThrow().weighted(weights))
        .isEqualTo(expected);
  }

  @Test
  void sumsThatMayBeTooLargeAreNotPacked() {
    assertThat(PackedColumns.of(new double[] {1L << 31, 1}, 2, 1)).isEmpty();
    assertThat(PackedColumns.of(new double[] {(1L << 31) - 1, 1}, 2, 1)).isPresent();
  }
}
