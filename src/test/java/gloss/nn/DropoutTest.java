package gloss.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kernel with dropout: what is expected, and that gradients go where values went. */
class DropoutTest {
  private static final int COUNT = 40_000;

  private NDManager manager;

  @BeforeEach
  void open() {
    manager = NDManager.newBaseManager();
    int seed = new Random().nextInt(1_000_000);
    System.out.println("DropoutTest: seed " + seed);
    Engine.getEngine("PyTorch").setRandomSeed(seed);
  }

  @AfterEach
  void close() {
    manager.close();
  }

  /** Values, and the gradient of their sum. */
  private record Outcome(float[] values, float[] gradient) {
    static Outcome of(NDArray x, UnaryOperator<NDArray> function) {
      x.setRequiresGradient(true);
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray y = function.apply(x);
        collector.backward(y.sum());
        return new Outcome(y.toFloatArray(), x.getGradient().toFloatArray());
      }
    }
  }

  /** Within five standard deviations of the mean of so many elements. */
  private static void assertMean(float[] values, double rate) {
    double sum = 0;
    int zeros = 0;
    for (float value : values) {
      sum += value;
      zeros += value == 0 ? 1 : 0;
    }
    double deviation = Math.sqrt(rate / (1 - rate) / values.length);
    assertThat(sum / values.length).isCloseTo(1, within(5 * deviation));
    double ofZeros = Math.sqrt(rate * (1 - rate) / values.length);
    assertThat(zeros / (double) values.length).isCloseTo(rate, within(5 * ofZeros));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 0.9})
  void ofOnesTheMeanIsOneAndTheGradientIsTheMask(double rate) {
    Outcome dropped = Outcome.of(ones(), x -> Kernels.dropout(x, rate));
    assertMean(dropped.values, rate);
    assertThat(dropped.gradient).isEqualTo(dropped.values);
    Outcome behindRelu = Outcome.of(ones(), x -> Kernels.reluDropout(x, rate));
    assertMean(behindRelu.values, rate);
    assertThat(behindRelu.gradient).isEqualTo(behindRelu.values);
  }

  @Test
  void theResidualIsNotDropped() {
    Outcome inner =
        Outcome.of(ones(), x -> Kernels.addDropout(manager.zeros(x.getShape()), x, 0.3));
    assertMean(inner.values, 0.3);
    assertThat(inner.gradient).isEqualTo(inner.values);
    Outcome residual =
        Outcome.of(ones(), x -> Kernels.addDropout(x, manager.zeros(x.getShape()), 0.3));
    assertThat(residual.gradient).containsOnly(1);
    assertThat(residual.values).containsOnly(1);
  }

  /** With equal keys and values of one, each result is the mean of the mask over the keys. */
  @Test
  void attentionDropsWeights() {
    int keys = 50;
    NDArray query = manager.zeros(new Shape(20, 40, 4));
    Outcome dropped =
        Outcome.of(
            manager.ones(new Shape(20, keys, 8)),
            keyValue -> Kernels.attention(query, keyValue, null, 1, 0.2, false));
    double sum = 0;
    for (float value : dropped.values) {
      sum += value;
    }
    double ofWeight = Math.sqrt(0.2 / 0.8 / (20 * 40 * keys));
    assertThat(sum / dropped.values.length).isCloseTo(1, within(5 * ofWeight));
    // It is linear in the values: with values of one, the gradients add up to the sum.
    double ofValues = 0;
    for (int i = 0; i < dropped.gradient.length; i++) {
      ofValues += i % 8 >= 4 ? dropped.gradient[i] : 0;
    }
    assertThat(ofValues).isCloseTo(sum, within(1e-4 * sum));
  }

  @Test
  void theSameSeedGivesTheSameMaskAndTheNextCallAnother() {
    Engine.getInstance().setRandomSeed(4);
    float[] first = Kernels.dropout(ones(), 0.5).toFloatArray();
    float[] second = Kernels.dropout(ones(), 0.5).toFloatArray();
    Engine.getInstance().setRandomSeed(4);
    assertThat(Kernels.dropout(ones(), 0.5).toFloatArray()).isEqualTo(first).isNotEqualTo(second);
  }

  @Test
  void withoutARateNothingIsDropped() {
    NDArray ones = ones();
    assertThat(Kernels.dropout(ones, 0)).isSameAs(ones);
    assertThat(Kernels.reluDropout(ones, 0).toFloatArray()).containsOnly(1);
  }

  private NDArray ones() {
    return manager.ones(new Shape(COUNT));
  }
}
