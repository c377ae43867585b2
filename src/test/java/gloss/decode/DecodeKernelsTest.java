package gloss.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecodeKernelsTest {
  private static final DecodeKernels.Changes NO_CHANGES = DecodeKernels.Changes.NONE;

  private NDManager manager;

  @BeforeEach
  void open() {
    manager = NDManager.newBaseManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private static float[] random(int size) {
    float[] values = new float[size];
    Random random = new Random(size);
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  /** Few and many rows and columns, and columns that no group takes up. */
  @ParameterizedTest
  @CsvSource({"1,9,3", "3,40,1", "5,1000,6", "7,1029,6", "40,9000,11", "4,31,31"})
  void theBestAreTheLargest(int rows, int columns, int count) {
    float[] values = random(rows * columns);
    NDArray logits = manager.create(values, new Shape(rows, columns));
    values = logits.logSoftmax(-1).toFloatArray();
    NDList best = DecodeKernels.best(logits, NO_CHANGES, count);
    float[] found = best.get(0).toFloatArray();
    long[] ids = best.get(1).toLongArray();
    for (int row = 0; row < rows; row++) {
      float[] own = Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
      float[] sorted = own.clone();
      Arrays.sort(sorted);
      for (int k = 0; k < count; k++) {
        assertThat(found[row * count + k]).isCloseTo(sorted[columns - 1 - k], within(1e-5f));
        assertThat(own[(int) ids[row * count + k]])
            .isCloseTo(sorted[columns - 1 - k], within(1e-5f));
      }
    }
  }

  @Test
  void changedCellsAreChangedAndAskedOnesAreNot() {
    NDArray logits = manager.create(new float[] {1, 2, 3, 4, 5, 6}, new Shape(2, 3));
    float[] own = logits.logSoftmax(-1).toFloatArray();
    DecodeKernels.Changes changes =
        new DecodeKernels.Changes(new long[] {1, 5}, new long[] {5}, new long[] {0, 1}, 3);
    NDList answer = DecodeKernels.best(logits, changes, 3);
    float[] changed = new float[6];
    long[] ids = answer.get(1).toLongArray();
    float[] values = answer.get(0).toFloatArray();
    for (int i = 0; i < 6; i++) {
      changed[i / 3 * 3 + (int) ids[i]] = values[i];
    }
    assertThat(changed[0]).isCloseTo(3 * own[0], within(1e-5f));
    assertThat(changed[1]).isCloseTo(3 * own[1], within(1e-5f));
    assertThat(changed[2]).isCloseTo(own[2], within(1e-5f));
    assertThat(changed[5]).isEqualTo(Float.NEGATIVE_INFINITY);
    assertThat(answer.get(2).toFloatArray())
        .containsExactly(new float[] {own[1], own[5]}, within(1e-5f));
  }

  @Test
  void aMixtureIsTheMeanOfProbabilities() {
    NDArray a = manager.create(new float[] {0, 1, 2}, new Shape(1, 3));
    NDArray b = manager.create(new float[] {5, 1, 0}, new Shape(1, 3));
    float[] mixed = DecodeKernels.mixture(List.of(a, b)).toFloatArray();
    float[] first = a.softmax(-1).toFloatArray();
    float[] second = b.softmax(-1).toFloatArray();
    for (int i = 0; i < 3; i++) {
      assertThat(Math.exp(mixed[i])).isCloseTo((first[i] + second[i]) / 2.0, within(1e-6));
    }
  }

  private int[] drawn(int topK, double topP, double temperature) {
    int rows = 2000;
    double[] logits = {Math.log(0.5), Math.log(0.3), Math.log(0.15), Math.log(0.05)};
    float[] values = new float[rows * 4];
    double[] uniforms = new double[rows];
    for (int row = 0; row < rows; row++) {
      uniforms[row] = row / (double) rows;
      for (int i = 0; i < 4; i++) {
        values[4 * row + i] = (float) logits[i];
      }
    }
    NDList found =
        DecodeKernels.drawn(
            manager.create(values, new Shape(rows, 4)),
            NO_CHANGES,
            new Question.Draw(temperature, topK, topP, uniforms));
    int[] counts = new int[4];
    for (long id : found.get(1).toLongArray()) {
      counts[(int) id]++;
    }
    assertThat(IntStream.of(counts).sum()).isEqualTo(rows);
    return counts;
  }

  private static void assertNear(int[] counts, int... expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(counts[i]).isCloseTo(expected[i], within(2));
    }
  }

  @Test
  void drawsFollowTheDistributionOrThePartOfItThatIsAskedFor() {
    assertNear(drawn(0, 1, 1), 1000, 600, 300, 100);
    assertNear(drawn(2, 1, 1), 1250, 750, 0, 0);
    assertNear(drawn(0, 0.7, 1), 1250, 750, 0, 0);
    assertThat(drawn(0, 0.01, 1)).containsExactly(2000, 0, 0, 0);
    assertThat(drawn(0, 1, 0.01)).containsExactly(2000, 0, 0, 0);
    assertNear(drawn(9, 1, 1), 1000, 600, 300, 100);
  }
}
