package gloss.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LogSoftmaxTest {
  private static double[] exact(float[] logits) {
    double largest = -1e300;
    for (float logit : logits) {
      largest = Math.max(largest, logit);
    }
    double sum = 0;
    for (float logit : logits) {
      sum += Math.exp(logit - largest);
    }
    double shift = largest + Math.log(sum);
    double[] exact = new double[logits.length];
    Arrays.setAll(exact, i -> logits[i] - shift);
    return exact;
  }

  @Property
  void isThatOfTheDefinition(
      @ForAll @IntRange(min = 1, max = 3_000) int size,
      @ForAll @FloatRange(min = 0, max = 60) float spread,
      @ForAll long seed) {
    Random random = new Random(seed);
    float[] x = new float[size];
    for (int i = 0; i < size; i++) {
      x[i] = (float) random.nextGaussian() * spread;
    }
    double[] exact = exact(x);
    LogSoftmax.of(x);
    for (int i = 0; i < size; i++) {
      assertThat((double) x[i]).isCloseTo(exact[i], within(1e-6 + 2e-7 * Math.abs(exact[i])));
    }
  }

  @Test
  void whatIsImpossibleStaysSo() {
    float[] x = {1, Float.NEGATIVE_INFINITY, 1};
    LogSoftmax.of(x);
    assertThat(x[0]).isCloseTo((float) -Math.log(2), within(1e-7f));
    assertThat(x[1]).isEqualTo(Float.NEGATIVE_INFINITY);
  }

  @Test
  void whatIsNoNumberMakesAllNone() {
    float[] x = {1, Float.NaN, 1};
    LogSoftmax.of(x);
    assertThat(x).containsOnly(Float.NaN);
  }

  @Test
  void theLargestComeInOrderAndOfEqualOnesTheFirst() {
    float[] x = {3, 7, Float.NaN, 7, -1, Float.NEGATIVE_INFINITY, 5};
    float[] values = new float[6];
    int[] places = {9, 9, 9, 9, 9, 9};
    Largest.of(x, 3, values, places, 1);
    assertThat(places).containsExactly(9, 1, 3, 6, 9, 9);
    assertThat(values).containsExactly(0, 7, 7, 5, 0, 0);
  }

  @Test
  void whereTooFewAreLeftMinusInfinityStands() {
    float[] values = new float[3];
    int[] places = new int[3];
    Largest.of(new float[] {Float.NaN, 2, Float.NEGATIVE_INFINITY}, 3, values, places, 0);
    assertThat(values).containsExactly(2, Float.NEGATIVE_INFINITY, Float.NEGATIVE_INFINITY);
    assertThat(places[0]).isEqualTo(1);
  }
}
