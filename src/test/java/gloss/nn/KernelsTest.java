package gloss.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KernelsTest {
  private NDManager manager;
  private final Random random = new Random(5);

  @BeforeEach
  void open() {
    manager = NDManager.newBaseManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private NDArray normal(long... shape) {
    Shape sizes = new Shape(shape);
    float[] values = new float[(int) sizes.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return manager.create(values, sizes);
  }

  @Test
  void linearIsAMatrixProduct() {
    NDArray x = manager.create(new float[] {1, 2, 3, 4}, new Shape(2, 2));
    NDArray w = manager.create(new float[] {1, 0, 1, 1, 2, 1}, new Shape(3, 2));
    NDArray b = manager.create(new float[] {0, 1, 2});
    assertThat(Kernels.linear(x, w, b).toFloatArray()).containsExactly(1, 4, 6, 3, 8, 12);
    assertThat(Kernels.linear(x, w, null).toFloatArray()).containsExactly(1, 3, 4, 3, 7, 10);
  }

  @Test
  void attentionIsTheWeightedMeanOfValues() {
    NDArray query = manager.create(new float[] {1, 0}, new Shape(1, 1, 2));
    NDArray keyValue =
        manager.create(new float[] {1, 0, 10, 20, 0, 1, 30, 40, 9, 9, 99, 99}, new Shape(1, 3, 4));
    NDArray mask = manager.create(new boolean[] {true, true, false}, new Shape(1, 1, 1, 3));
    double e = Math.exp(1 / Math.sqrt(2));
    float[] heard = Kernels.attention(query, keyValue, mask, 1, 0, false).toFloatArray();
    assertThat((double) heard[0]).isCloseTo((10 * e + 30) / (e + 1), within(1e-4));
    assertThat((double) heard[1]).isCloseTo((20 * e + 40) / (e + 1), within(1e-4));
  }

  @Test
  void causalAttentionDoesNotSeeTheFuture() {
    NDArray x = normal(1, 3, 4);
    NDArray keyValue = normal(1, 3, 8);
    NDArray whole = Kernels.attention(x, keyValue, null, 2, 0, true);
    NDArray first = Kernels.attention(x.get(":, :1"), keyValue.get(":, :1"), null, 2, 0, true);
    assertThat(whole.get(":, :1").toFloatArray())
        .usingComparatorWithPrecision(1e-6f)
        .containsExactly(first.toFloatArray());
  }

  @Test
  void dropoutKeepsTheMean() {
    NDArray ones = manager.ones(new Shape(100_000));
    assertThat((double) Kernels.dropout(ones, 0.3).mean().getFloat()).isCloseTo(1, within(0.02));
    for (double rate : new double[] {0.01, 0.5, 0.9}) {
      NDArray zeros = Kernels.dropout(ones, rate).eq(manager.zeros(new Shape(1)));
      double dropped = zeros.toType(DataType.FLOAT32, false).mean().getFloat();
      double deviation = Math.sqrt(rate * (1 - rate) / 100_000);
      assertThat(dropped).isCloseTo(rate, within(5 * deviation + 1 / 256.0));
    }
    assertThat(Kernels.dropout(ones, 0)).isSameAs(ones);
  }

  @Test
  void aPerceptronIsItsLayersOneAfterTheOther() {
    NDArray x = manager.randomNormal(new Shape(5, 3, 2));
    List<NDArray> weights =
        List.of(manager.randomNormal(new Shape(4, 6)), manager.randomNormal(new Shape(2, 4)));
    List<NDArray> biases =
        List.of(manager.randomNormal(new Shape(4)), manager.randomNormal(new Shape(2)));
    NDArray hidden = Kernels.linear(x.reshape(5, 6), weights.get(0), biases.get(0)).maximum(0);
    assertThat(Kernels.perceptron(x, weights, biases, 0))
        .isEqualTo(Kernels.linear(hidden, weights.get(1), biases.get(1)));
    NDArray flat = x.reshape(5, 6);
    assertThat(Kernels.perceptron(x, weights.subList(0, 1), biases.subList(0, 1), 0))
        .isEqualTo(Kernels.linear(flat, weights.get(0), biases.get(0)));
  }

  /** 0.3 is 76.8 / 256. */
  @Test
  void dropoutsOfManyCallsHaveTheRateOnAverageAndEachKeepsTheMean() {
    int calls = 500;
    int size = 1000;
    NDArray ones = manager.ones(new Shape(size));
    double zeros = 0;
    for (int i = 0; i < calls; i++) {
      NDArray y = Kernels.reluDropout(ones, 0.3);
      double factor = y.max().getFloat();
      assertThat(factor)
          .matches(f -> Math.abs(f - 256 / 180.0) < 1e-6 || Math.abs(f - 256 / 179.0) < 1e-6);
      zeros += size - y.sum().getFloat() / factor;
    }
    double ofElements = 0.3 * 0.7 / (calls * size);
    double ofCalls = 0.8 * 0.2 / (256.0 * 256 * calls);
    assertThat(zeros / (calls * size)).isCloseTo(0.3, within(5 * Math.sqrt(ofElements + ofCalls)));
  }

  /** Odd sizes leave some of the random bits of the last number unused. */
  @Test
  void dropoutOfAnySizeAndItsGradientUseTheSameMask() {
    for (int size = 1; size < 10; size++) {
      NDArray x = manager.ones(new Shape(size));
      x.setRequiresGradient(true);
      float[] y;
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray dropped = Kernels.dropout(x, 0.5);
        y = dropped.toFloatArray();
        collector.backward(dropped.sum());
      }
      assertThat(x.getGradient().toFloatArray()).containsExactly(y);
    }
  }

  @Test
  void assigningReplacesEvenNotANumber() {
    NDArray a = manager.create(new float[] {Float.NaN, 1});
    Kernels.assign(a, manager.create(new float[] {7, 8}));
    assertThat(a.toFloatArray()).containsExactly(7, 8);
  }
}
