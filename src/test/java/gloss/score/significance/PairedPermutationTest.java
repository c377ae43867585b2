package gloss.score.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gloss.score.classification.Accuracy;
import gloss.score.classification.Classified;
import gloss.text.InputException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** P-values of accuracy against McNemar's exact test. */
class PairedPermutationTest {
  /** Of a hundred examples, so many that the baseline alone has right, and the system alone. */
  private static double p(int baseline, int system) {
    List<Classified> a = new ArrayList<>();
    List<Classified> b = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      a.add(new Classified(0, i >= baseline && i < baseline + system ? 1 : 0));
      b.add(new Classified(0, i < baseline ? 1 : 0));
    }
    return new PairedPermutation(4000)
        .compare(List.of(Evaluation.of(new Accuracy(), a), Evaluation.of(new Accuracy(), b)))
        .get(1)
        .pValue()
        .orElseThrow();
  }

  /** 2 Σ_{k ≤ min} C(n, k) / 2ⁿ, at most 1. */
  private static double mcNemar(int one, int other) {
    int n = one + other;
    double term = Math.pow(0.5, n);
    double sum = 0;
    for (int k = 0; k <= Math.min(one, other); k++) {
      sum += term;
      term *= (n - k) / (k + 1.0);
    }
    return Math.min(1, 2 * sum);
  }

  @Test
  void ofAccuracyItIsMcNemarsTest() {
    int[][] pairs = {{0, 1}, {0, 3}, {1, 9}, {5, 8}, {3, 15}, {4, 4}};
    for (int[] pair : pairs) {
      assertThat(p(pair[0], pair[1]))
          .as(pair[0] + " and " + pair[1])
          .isCloseTo(mcNemar(pair[0], pair[1]), within(0.035));
    }
  }

  @Test
  void oneExampleIsNoProof() {
    assertThat(p(0, 1)).isEqualTo(1);
    assertThat(p(1, 20)).isLessThan(0.01);
  }

  @Test
  void noTrialsAreRefused() {
    assertThatThrownBy(() -> new PairedPermutation(0)).isInstanceOf(InputException.class);
  }
}
