package gloss.nn.recurrent;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import gloss.nn.KernelCheck;
import gloss.nn.KernelLibrary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kernels against their formulas, and the gradient of every one. */
class RecurrentKernelsTest {
  private static final String TEXT = "kernels.py";
  private static final Object NONE = KernelLibrary.optional(null);
  private static final int SIZE = 3;

  private final KernelLibrary library = new KernelLibrary(RecurrentKernels.class, TEXT);
  private final KernelCheck check = new KernelCheck(library);

  @AfterEach
  void close() {
    check.close();
  }

  private List<NDArray> several(int count, Supplier<NDArray> array) {
    return Stream.generate(array).limit(count).toList();
  }

  /** One array for h, one more for c. */
  private List<NDArray> state(int count) {
    return several(count, () -> check.normal(2, SIZE));
  }

  private List<NDArray> parameters(int in, int gates) {
    return List.of(
        check.normal(gates * SIZE, in),
        check.normal(gates * SIZE, SIZE),
        check.normal(gates * SIZE),
        check.normal(gates * SIZE));
  }

  /** Two rows of four words, the second with two of padding. */
  private NDArray mask() {
    return check
        .manager()
        .create(
            new boolean[] {true, true, true, true, true, true, false, false},
            new Shape(2, 1, 1, 4));
  }

  private List<NDArray> source() {
    return List.of(check.normal(2, 4, SIZE), check.normal(2, 4, SIZE), mask());
  }

  private List<NDArray> output() {
    return List.of(check.normal(SIZE, 2 * SIZE), check.normal(SIZE));
  }

  @Test
  void everyKernelsGradientIsThatOfFiniteDifferences() {
    NDArray order = library.one("reversal", mask());
    check.one("reorder", check.normal(2, 4, SIZE), order);
    check.one("join", check.normal(2, 4, 2), check.normal(2, 4, 1));
    check.several(3, "recur", check.normal(2, 4, 2), state(2), parameters(2, 4), true);
    check.several(2, "recur", check.normal(2, 4, 2), state(1), parameters(2, 3), true);
    check.several(
        2,
        "first_state",
        check.normal(2, 4, SIZE),
        mask(),
        check.normal(2 * SIZE, SIZE),
        check.normal(2 * SIZE),
        2);
    cells();
    attention();
    check.assertAllChecked(RecurrentKernels.class, TEXT, "reversal");
  }

  private void cells() {
    NDArray weight = check.normal(4 * SIZE, SIZE);
    check.several(2, "cell", check.normal(2, 4 * SIZE), state(2), weight, check.normal(4 * SIZE));
    NDArray gruWeight = check.normal(3 * SIZE, SIZE);
    check.several(
        1, "cell", check.normal(2, 3 * SIZE), state(1), gruWeight, check.normal(3 * SIZE));
  }

  private void attention() {
    NDArray h = check.normal(2, 2, SIZE);
    NDArray query = check.normal(SIZE, SIZE);
    NDArray energy = check.normal(SIZE);
    check.one("look", h, check.normal(2, 4, SIZE), mask(), NONE);
    check.one("look", h, check.normal(2, 4, SIZE), mask(), energy);
    check.several(2, "attend", h, source(), NONE, NONE, output(), 0.0);
    check.several(2, "attend", h, source(), query, energy, output(), 0.0);
    for (int states = 1; states <= 2; states++) {
      List<NDArray> parameters = new ArrayList<>(parameters(2 * SIZE, states + 2));
      parameters.addAll(parameters(SIZE, states + 2));
      List<NDArray> state = state(1 + 2 * states);
      NDArray x = check.normal(2, 3, SIZE);
      int results = 2 + state.size();
      check.several(results, "feed", x, state, parameters, source(), NONE, NONE, output(), 0.0);
      check.several(results, "feed", x, state, parameters, source(), query, energy, output(), 0.0);
    }
  }

  @Test
  void reversalTurnsWordsRoundAndLeavesPadding() {
    NDArray order = RecurrentKernels.reversal(mask());
    assertThat(order.toLongArray()).containsExactly(3, 2, 1, 0, 5, 4, 6, 7);
    NDArray x = check.normal(2, 4, SIZE);
    NDArray twice = RecurrentKernels.reorder(RecurrentKernels.reorder(x, order), order);
    assertThat(twice.toFloatArray()).isEqualTo(x.toFloatArray());
  }

  /** {@code recur} is the engine's fused function, {@code cell} the formula; both are the same. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void theFusedLayerIsTheCellStepByStep(int states) {
    List<NDArray> parameters = parameters(2, states + 2);
    NDArray x = check.normal(2, 4, 2);
    List<NDArray> state = state(states);
    NDList fused = RecurrentKernels.recur(x, state, parameters, false);
    for (int step = 0; step < 4; step++) {
      NDArray gates =
          x.get(":, " + step).matMul(parameters.get(0).transpose()).add(parameters.get(2));
      state = library.several("cell", gates, state, parameters.get(1), parameters.get(3));
      assertSame(fused.get(0).get(":, " + step), state.get(0));
    }
    for (int i = 0; i < states; i++) {
      assertSame(fused.get(i + 1), state.get(i));
    }
  }

  /** The LSTM's formula in plain Java; the GRU's below. */
  @Test
  void theCellIsTheFormula() {
    List<NDArray> state = state(2);
    NDArray gates = check.normal(2, 4 * SIZE);
    NDArray zero = check.manager().zeros(new Shape(4 * SIZE));
    NDArray noWeight = check.manager().zeros(new Shape(4 * SIZE, SIZE));
    NDList lstm = library.several("cell", gates, state, noWeight, zero);
    float[] g = gates.toFloatArray();
    float[] c = state.get(1).toFloatArray();
    float[] expected = new float[c.length];
    for (int k = 0; k < c.length; k++) {
      int at = k / SIZE * 4 * SIZE + k % SIZE;
      double cell = logistic(g[at + SIZE]) * c[k] + logistic(g[at]) * Math.tanh(g[at + 2 * SIZE]);
      expected[k] = (float) (logistic(g[at + 3 * SIZE]) * Math.tanh(cell));
    }
    assertThat(lstm.get(0).toFloatArray())
        .usingComparatorWithPrecision(1e-6f)
        .containsExactly(expected);
  }

  @Test
  void theGatedUnitIsTheFormula() {
    List<NDArray> state = state(1);
    NDArray gates = check.normal(2, 3 * SIZE);
    NDArray bias = check.normal(3 * SIZE);
    NDArray noWeight = check.manager().zeros(new Shape(3 * SIZE, SIZE));
    NDList gru = library.several("cell", gates, state, noWeight, bias);
    float[] g = gates.toFloatArray();
    float[] d = bias.toFloatArray();
    float[] h = state.get(0).toFloatArray();
    float[] expected = new float[h.length];
    for (int k = 0; k < h.length; k++) {
      int at = k / SIZE * 3 * SIZE + k % SIZE;
      int own = k % SIZE;
      double r = logistic(g[at] + d[own]);
      double z = logistic(g[at + SIZE] + d[own + SIZE]);
      double n = Math.tanh(g[at + 2 * SIZE] + r * d[own + 2 * SIZE]);
      expected[k] = (float) ((1 - z) * n + z * h[k]);
    }
    assertThat(gru.get(0).toFloatArray())
        .usingComparatorWithPrecision(1e-6f)
        .containsExactly(expected);
  }

  private static double logistic(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static void assertSame(NDArray actual, NDArray expected) {
    assertThat(actual.toFloatArray())
        .usingComparatorWithPrecision(1e-5f)
        .containsExactly(expected.toFloatArray());
  }

  @Test
  void attentionLooksAtNoPaddingAndItsWeightsAddUpToOne() {
    List<NDArray> source = source();
    RecurrentKernels.AttentionWeights weights =
        new RecurrentKernels.AttentionWeights(null, null, output().get(0), output().get(1));
    NDList heard =
        RecurrentKernels.attend(
            check.normal(2, 5, SIZE),
            new Source(source.get(0), source.get(1), source.get(2)),
            weights,
            0);
    float[] looks = heard.get(1).toFloatArray();
    for (int row = 0; row < 10; row++) {
      float[] ofStep = Arrays.copyOfRange(looks, 4 * row, 4 * row + 4);
      double sum = 0;
      for (float look : ofStep) {
        sum += look;
      }
      assertThat(sum).isBetween(1 - 1e-6, 1 + 1e-6);
      if (row >= 5) {
        assertThat(ofStep[2]).isZero();
        assertThat(ofStep[3]).isZero();
      }
    }
  }

  @Test
  void theFirstStateIsMadeOfTheMeanWithoutPadding() {
    NDArray memory = check.normal(2, 4, SIZE);
    NDArray identity = check.manager().eye(SIZE);
    NDArray zero = check.manager().zeros(new Shape(SIZE));
    float[] first =
        RecurrentKernels.firstState(memory, mask(), identity, zero, 1).get(0).toFloatArray();
    float[] values = memory.toFloatArray();
    for (int k = 0; k < SIZE; k++) {
      double mean = (values[4 * SIZE + k] + values[5 * SIZE + k]) / 2.0;
      assertThat((double) first[SIZE + k])
          .isBetween(Math.tanh(mean) - 1e-6, Math.tanh(mean) + 1e-6);
    }
  }

  /** tanh of a bias of ten is one, before dropout acts on it. */
  @Test
  void attentionalVectorsAreDroppedAlsoWhenTheyAreFedBack() {
    int rows = 100;
    int size = 40;
    double rate = 0.25;
    RecurrentKernels.AttentionWeights weights =
        new RecurrentKernels.AttentionWeights(
            null,
            null,
            check.manager().zeros(new Shape(size, 2 * size)),
            check.manager().full(new Shape(size), 10f));
    NDArray memory = check.normal(rows, 2, size);
    NDArray inside = check.manager().ones(new Shape(rows, 1, 1, 2)).toType(DataType.BOOLEAN, true);
    Source source = new Source(memory, memory, inside);
    NDArray x = check.normal(rows, 3, size);
    float[] attended = RecurrentKernels.attend(x, source, weights, rate).get(0).toFloatArray();
    List<NDArray> state = several(2, () -> check.normal(rows, size));
    List<NDArray> parameters =
        List.of(
            check.normal(3 * size, 2 * size),
            check.normal(3 * size, size),
            check.normal(3 * size),
            check.normal(3 * size));
    NDList fed = RecurrentKernels.feed(x, state, parameters, source, weights, rate);
    for (float[] vectors : List.of(attended, fed.get(0).toFloatArray())) {
      int dropped = 0;
      for (float value : vectors) {
        dropped += value == 0 ? 1 : 0;
        assertThat(value == 0 || Math.abs(value - 1 / 0.75) < 1e-5).isTrue();
      }
      double deviation = Math.sqrt(rate * (1 - rate) / vectors.length);
      assertThat(dropped / (double) vectors.length)
          .isBetween(rate - 5 * deviation, rate + 5 * deviation);
    }
    // What is fed back is what came out.
    assertThat(fed.get(2).toFloatArray()).isEqualTo(fed.get(0).get(":, 2").toFloatArray());
  }
}
