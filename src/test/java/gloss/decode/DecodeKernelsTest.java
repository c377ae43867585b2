package gloss.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecodeKernelsTest {
  private static final DecodeKernels.Changes NO_CHANGES =
      new DecodeKernels.Changes(new long[0], new long[0], new long[0], 1);

  private NDManager manager;

  @BeforeEach
  void open() {
    manager = NDManager.newBaseManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  @Test
  void logProbabilitiesStandWhereLogitsStood() {
    NDArray logits = manager.create(new float[] {1, 2, 3, 4, 5, 7}, new Shape(2, 3));
    float[] expected = logits.logSoftmax(-1).toFloatArray();
    assertThat(DecodeKernels.logProbabilities(logits).toFloatArray())
        .containsExactly(expected, within(1e-6f));
    assertThat(logits.toFloatArray()).containsExactly(expected, within(1e-6f));
  }

  @Test
  void drawnTokensAreOfTheChangedOnes() {
    NDArray logits = manager.create(new float[] {1, 2, 3, 4, 5, 6}, new Shape(2, 3));
    float[] own = logits.logSoftmax(-1).toFloatArray();
    DecodeKernels.Changes changes =
        new DecodeKernels.Changes(new long[] {1, 5}, new long[] {2, 5}, new long[] {0, 1}, 3);
    NDList drawn =
        DecodeKernels.drawn(logits, changes, new Question.Draw(1, 1, 1, new double[] {0.5, 0.5}));
    assertThat(drawn.get(1).toLongArray()).containsExactly(1, 1);
    assertThat(drawn.get(0).toFloatArray())
        .containsExactly(new float[] {3 * own[1], own[4]}, within(1e-5f));
    assertThat(drawn.get(2).toFloatArray())
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
