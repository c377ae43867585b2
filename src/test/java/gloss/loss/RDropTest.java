package gloss.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RDropTest {
  private static final int ITEMS = 3;
  private static final int WORDS = 5;
  private static final long[] LABELS = {1, 0, 4, 1, 0, 4};
  private static final double WEIGHT = 5;

  private final Random random = new Random(8);

  private float[] logits() {
    float[] logits = new float[2 * ITEMS * WORDS];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) random.nextGaussian();
    }
    return logits;
  }

  private static double[] distribution(float[] logits, int row) {
    double[] p = new double[WORDS];
    double sum = 0;
    for (int word = 0; word < WORDS; word++) {
      p[word] = Math.exp(logits[row * WORDS + word]);
      sum += p[word];
    }
    for (int word = 0; word < WORDS; word++) {
      p[word] /= sum;
    }
    return p;
  }

  private static double divergence(double[] p, double[] q) {
    double sum = 0;
    for (int word = 0; word < WORDS; word++) {
      sum += p[word] * Math.log(p[word] / q[word]);
    }
    return sum;
  }

  private static LossSum loss(NDArray logits, NDManager manager) {
    return new RDrop(WEIGHT).of(new CrossEntropy(0.1).of(logits, manager.create(LABELS)), logits);
  }

  @Test
  void isHalfOfThePapersSum() {
    float[] logits = logits();
    double apart = 0;
    for (int item = 0; item < ITEMS; item++) {
      double[] p = distribution(logits, item);
      double[] q = distribution(logits, item + ITEMS);
      apart += divergence(p, q) + divergence(q, p);
    }
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray array = manager.create(logits, new Shape(2 * ITEMS, WORDS));
      LossSum both = new CrossEntropy(0.1).of(array, manager.create(LABELS));
      LossSum loss = loss(array, manager);
      assertThat((double) loss.sum().getFloat())
          .isCloseTo(both.sum().getFloat() / 2 + WEIGHT / 4 * apart, within(1e-4));
      assertThat(loss.count()).isEqualTo(ITEMS);
      assertThat(loss.plain()).isCloseTo(both.plain() / 2, within(1e-6));
    }
  }

  @Test
  void withEqualPassesItIsTheLoss() {
    float[] logits = logits();
    System.arraycopy(logits, 0, logits, ITEMS * WORDS, ITEMS * WORDS);
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray array = manager.create(logits, new Shape(2 * ITEMS, WORDS));
      LossSum one =
          new CrossEntropy(0.1).of(array.get(":" + ITEMS), manager.create(new long[] {1, 0, 4}));
      assertThat(loss(array, manager).sum().getFloat())
          .isCloseTo(one.sum().getFloat(), within(1e-5f));
    }
  }

  @Test
  void theGradientAgreesWithFiniteDifferences() {
    float[] values = logits();
    float step = 1e-2f;
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray x = manager.create(values, new Shape(2 * ITEMS, WORDS));
      x.setRequiresGradient(true);
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        collector.backward(loss(x, manager).sum());
      }
      float[] gradient = x.getGradient().toFloatArray();
      for (int i = 0; i < values.length; i++) {
        float[] above = values.clone();
        above[i] += step;
        float[] below = values.clone();
        below[i] -= step;
        double slope = (value(above, manager) - value(below, manager)) / (2 * step);
        assertThat(slope).isCloseTo(gradient[i], within(1e-2));
      }
    }
  }

  private static double value(float[] logits, NDManager manager) {
    return loss(manager.create(logits, new Shape(2 * ITEMS, WORDS)), manager).sum().getFloat();
  }

  @Test
  void aWeightThatIsNoneIsRefused() {
    for (double weight : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new RDrop(weight)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
