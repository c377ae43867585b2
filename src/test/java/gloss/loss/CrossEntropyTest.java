package gloss.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Random;
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
}
