package gloss.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import gloss.nn.EncoderDecoder;
import gloss.nn.Kernels;
import gloss.nn.Pass;
import gloss.nn.WithGradients;
import gloss.optim.Gradients;
import gloss.recipe.Precision;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossEntropyTest {
  private static final int TOKENS = 5;
  private static final int WORDS = 7;

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.9})
  void isTheFormulaSummedOverTokens(double smoothing) {
    Random random = new Random(11);
    float[] logits = new float[TOKENS * WORDS];
    long[] labels = new long[TOKENS];
    double expected = 0;
    double likelihood = 0;
    for (int token = 0; token < TOKENS; token++) {
      labels[token] = random.nextInt(WORDS);
      double sum = 0;
      for (int word = 0; word < WORDS; word++) {
        float logit = (float) (3 * random.nextGaussian());
        logits[token * WORDS + word] = logit;
        sum += Math.exp(logit);
      }
      for (int word = 0; word < WORDS; word++) {
        double surprise = Math.log(sum) - logits[token * WORDS + word];
        expected += smoothing / WORDS * surprise;
        if (word == labels[token]) {
          expected += (1 - smoothing) * surprise;
          likelihood += surprise;
        }
      }
    }
    try (NDManager manager = NDManager.newBaseManager()) {
      LossSum loss =
          new CrossEntropy(smoothing)
              .of(manager.create(logits, new Shape(TOKENS, WORDS)), manager.create(labels));
      assertThat((double) loss.sum().getFloat()).isCloseTo(expected, within(1e-4));
      assertThat(loss.plain()).isCloseTo(likelihood, within(1e-4));
      assertThat(loss.count()).isEqualTo(TOKENS);
    }
  }

  @Test
  void evenLogitsHaveThePerplexityOfTheVocabulary() {
    try (NDManager manager = NDManager.newBaseManager()) {
      LossSum loss =
          new CrossEntropy(0.1)
              .of(manager.zeros(new Shape(3, WORDS)), manager.create(new long[] {0, 1, 6}));
      assertThat(Math.exp(loss.plain() / loss.count())).isCloseTo(WORDS, within(1e-4));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1, 2, Double.NaN})
  void smoothingOutOfRangeIsRefused(double smoothing) {
    assertThatThrownBy(() -> new CrossEntropy(smoothing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("label smoothing must be in [0, 1)");
  }

  @Test
  void isFiniteAtExtremes() {
    try (NDManager manager = NDManager.newBaseManager()) {
      LossSum loss =
          new CrossEntropy(0.1)
              .of(
                  manager.create(new float[] {1e4f, -1e4f}, new Shape(1, 2)),
                  manager.create(new long[] {1}));
      assertThat(loss.sum().getFloat()).isFinite();
    }
  }

  /** Value and gradients of the output layer and the loss in one, against one after the other. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void withTheOutputLayerItIsTheSame(boolean hasBias) {
    int rows = 600;
    Random random = new Random(3);
    try (NDManager manager = NDManager.newBaseManager()) {
      NDArray labels = manager.create(random.ints(rows, 0, WORDS).mapToLong(i -> i).toArray());
      List<NDArray> inputs =
          List.of(
              normal(manager, random, rows, 4),
              normal(manager, random, WORDS, 4),
              normal(manager, random, WORDS));
      inputs.forEach(input -> input.setRequiresGradient(true));
      Pass pass = new Pass(new ParameterStore(manager, false), true);
      CrossEntropy loss = new CrossEntropy(0.1);
      NDArray bias = hasBias ? inputs.get(2) : null;
      EncoderDecoder.Output output = new EncoderDecoder.Output(inputs.get(1), bias);
      Result fused = Result.of(inputs, () -> loss.of(pass, inputs.get(0), output, labels));
      Result plain =
          Result.of(inputs, () -> loss.of(Kernels.linear(inputs.get(0), output), labels));
      assertThat(fused.loss.plain()).isCloseTo(plain.loss.plain(), withinPercentage(1e-4));
      assertThat((double) fused.loss.sum().getFloat())
          .isCloseTo(plain.loss.sum().getFloat(), withinPercentage(1e-4));
      for (int i = 0; i < (hasBias ? 3 : 2); i++) {
        assertThat(fused.gradients.get(i))
            .usingComparatorWithPrecision(2e-4f)
            .containsExactly(plain.gradients.get(i));
      }
      Pass half = new Pass(pass.parameters(), true, Precision.BF16);
      Result narrow = Result.of(inputs, () -> loss.of(half, inputs.get(0), output, labels));
      assertThat(narrow.loss.plain()).isCloseTo(plain.loss.plain(), withinPercentage(1));
      for (int i = 0; i < (hasBias ? 3 : 2); i++) {
        assertThat(distance(narrow.gradients.get(i), plain.gradients.get(i)))
            .isLessThan(
                0.02 * distance(plain.gradients.get(i), new float[plain.gradients.get(i).length]));
      }
      LossSum forward = loss.of(new Pass(pass.parameters(), false), inputs.get(0), output, labels);
      assertThat(forward.plain()).isEqualTo(fused.loss.plain());
    }
  }

  private static NDArray normal(NDManager manager, Random random, long... shape) {
    Shape sizes = new Shape(shape);
    float[] values = new float[(int) sizes.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return manager.create(values, sizes);
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += ((double) a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }

  /** A loss and its gradients. */
  private record Result(LossSum loss, List<float[]> gradients) {
    static Result of(List<NDArray> inputs, Supplier<LossSum> loss) {
      try (WithGradients kept = new WithGradients()) {
        LossSum sum = loss.get();
        List<NDArray> gradients = Gradients.of(sum.sum(), inputs, 1);
        return new Result(sum, gradients.stream().map(NDArray::toFloatArray).toList());
      }
    }
  }
}
