package gloss.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked examples of the documentation, computed again; each number stands there. */
class WorkedExamplesTest {
  private static void check(
      Loss loss, double[] predictions, double[] targets, double value, double[] gradient) {
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray t = manager.create(targets);
      Evaluation result =
          Evaluation.of(
              p -> loss.of(p, t),
              manager,
              new Evaluation.Values(predictions, new Shape(predictions.length)),
              DataType.FLOAT64);
      assertThat(result.value()).isCloseTo(value, within(1e-6));
      for (int i = 0; i < gradient.length; i++) {
        assertThat(result.gradient()[i]).isCloseTo(gradient[i], within(1e-6));
      }
    }
  }

  private static void assertDocumented(Class<?> type, List<String> numbers) throws IOException {
    String source =
        Files.readString(Path.of("src/main/java/gloss/loss", type.getSimpleName() + ".java"));
    String example = source.substring(source.indexOf("Worked example"));
    assertThat(example).contains(numbers);
  }

  @Test
  void meanSquaredError() throws IOException {
    check(
        new MeanSquaredError(),
        new double[] {2.5, 0, 2, 8},
        new double[] {3, -0.5, 2, 7},
        0.375,
        new double[] {-0.25, 0.25, 0, 0.5});
    assertDocumented(
        MeanSquaredError.class,
        List.of("2.5, 0.0, 2.0, 8.0", "3.0, −0.5, 2.0, 7.0", "0.375", "−0.25, 0.25, 0, 0.5"));
  }

  @Test
  void binaryCrossEntropy() throws IOException {
    check(
        new BinaryCrossEntropy(),
        new double[] {Math.log(9), Math.log(0.25), Math.log(1.5)},
        new double[] {1, 0, 1},
        0.279777,
        new double[] {-0.033333, 0.066667, -0.133333});
    double[] terms = {-Math.log(0.9), -Math.log(0.8), -Math.log(0.6)};
    assertThat((terms[0] + terms[1] + terms[2]) / 3).isCloseTo(0.279777, within(1e-6));
    assertDocumented(
        BinaryCrossEntropy.class,
        List.of(
            String.format("%.6f", terms[0]),
            String.format("%.6f", terms[1]),
            String.format("%.6f", terms[2]),
            String.format("%.6f", Math.log(9)),
            "0.839330 / 3 = 0.279777",
            "−0.033333, 0.066667, −0.133333"));
  }
}
