package gloss.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import gloss.loss.CrossEntropy;
import gloss.recipe.Norm;
import gloss.recipe.Positions;
import gloss.recipe.Precision;
import gloss.recipe.Tie;
import gloss.recipe.TransformerRecipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every variant of the Transformer: shapes, parameters, gradients, padding. */
class TransformerTest {
  private static final int SIZE = 16;
  private static final int HIDDEN = 24;
  private static final int LAYERS = 2;
  private static final int WORDS = 11;
  private static final int LONGEST = 8;

  private NDManager manager;

  @BeforeEach
  void open() {
    manager = NDManager.newBaseManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  static Stream<Arguments> variants() {
    List<Arguments> variants = new ArrayList<>();
    for (Norm norm : Norm.values()) {
      for (Positions positions : Positions.values()) {
        for (Tie tie : Tie.values()) {
          variants.add(Arguments.of(norm, positions, tie));
        }
      }
    }
    return variants.stream();
  }

  private Transformer network(Norm norm, Positions positions, Tie tie) {
    Engine.getEngine("PyTorch").setRandomSeed(1);
    Transformer network =
        new Transformer(
            new TransformerRecipe(
                SIZE, 4, HIDDEN, LAYERS, LAYERS, norm, positions, tie, 0.2, 0.2, 0.2),
            WORDS,
            WORDS,
            LONGEST);
    network.initialize(manager);
    return network;
  }

  private static Pass pass(NDManager scope, boolean training) {
    return new Pass(new ParameterStore(scope, false), training);
  }

  /** Ids and mask of sequences of different lengths; where there is padding any id may stand. */
  private record Batch(NDArray ids, NDArray mask, NDArray positions) {
    static Batch of(NDManager manager, int columns, long padding, long[]... rows) {
      long[] ids = new long[rows.length * columns];
      boolean[] mask = new boolean[ids.length];
      List<Long> positions = new ArrayList<>();
      Arrays.fill(ids, padding);
      for (int row = 0; row < rows.length; row++) {
        for (int i = 0; i < rows[row].length; i++) {
          int at = row * columns + i;
          ids[at] = rows[row][i];
          mask[at] = true;
          positions.add((long) at);
        }
      }
      return new Batch(
          manager.create(ids, new Shape(rows.length, columns)),
          manager.create(mask, new Shape(rows.length, 1, 1, columns)),
          manager.create(positions.stream().mapToLong(Long::longValue).toArray()));
    }
  }

  private static final long[] SHORT_SOURCE = {5, 3};
  private static final long[] LONG_SOURCE = {6, 7, 8, 9, 10, 3};
  private static final long[] SHORT_TARGET = {2, 9};
  private static final long[] LONG_TARGET = {2, 4, 5, 6};

  private static NDArray logits(Transformer network, Pass pass, Batch source, Batch target) {
    return network.logits(
        pass, network.encode(pass, source.ids, source.mask), target.ids, target.positions);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void shapesAreAsPromised(Norm norm, Positions positions, Tie tie) {
    Transformer network = network(norm, positions, tie);
    try (NDManager scope = manager.newSubManager()) {
      Pass pass = pass(scope, false);
      Batch source = Batch.of(scope, 6, 0, SHORT_SOURCE, LONG_SOURCE);
      Batch target = Batch.of(scope, 4, 0, SHORT_TARGET, LONG_TARGET);
      EncoderDecoder.Memory memory = network.encode(pass, source.ids, source.mask);
      assertThat(memory.vectors().getShape()).isEqualTo(new Shape(2, 6, SIZE));
      assertThat(memory.mask().getShape()).isEqualTo(new Shape(2, 1, 1, 6));
      NDArray logits = network.logits(pass, memory, target.ids, target.positions);
      assertThat(logits.getShape()).isEqualTo(new Shape(6, WORDS));
      NDList inputs = new NDList(source.ids, source.mask, target.ids, target.positions);
      assertThat(network.getOutputShapes(inputs.getShapes())).containsExactly(new Shape(6, WORDS));
      NDArray asBlock =
          network.forward(new ParameterStore(scope, false), inputs, false).singletonOrThrow();
      assertThat(asBlock.toFloatArray()).isEqualTo(logits.toFloatArray());
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void theNumberOfParametersIsThatOfTheFormula(Norm norm, Positions positions, Tie tie) {
    long linear = SIZE * SIZE + SIZE;
    long attention = 4 * linear;
    long feedForward = 2L * SIZE * HIDDEN + HIDDEN + SIZE;
    long layerNorm = 2 * SIZE;
    long encoder = LAYERS * (attention + feedForward + 2 * layerNorm);
    long decoder = LAYERS * (2 * attention + feedForward + 3 * layerNorm);
    long lastNorms = norm == Norm.PRE ? 2 * layerNorm : 0;
    long tables = positions == Positions.LEARNED ? 2L * LONGEST * SIZE : 0;
    long embedding = (long) WORDS * SIZE;
    long embeddings =
        switch (tie) {
          case ALL -> embedding;
          case OUTPUT -> 2 * embedding;
          case NONE -> 3 * embedding + WORDS;
        };
    assertThat(Parameters.count(network(norm, positions, tie)))
        .isEqualTo(encoder + decoder + lastNorms + tables + embeddings);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void theGradientReachesEveryParameter(Norm norm, Positions positions, Tie tie) {
    Transformer network = network(norm, positions, tie);
    try (NDManager scope = NDManager.newBaseManager();
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      Batch source = Batch.of(scope, 6, 0, SHORT_SOURCE, LONG_SOURCE);
      Batch target = Batch.of(scope, 4, 0, SHORT_TARGET, LONG_TARGET);
      NDArray logits = logits(network, pass(scope, true), source, target);
      NDArray labels = scope.create(new long[] {9, 3, 4, 5, 6, 3});
      collector.backward(new CrossEntropy(0.1).of(logits, labels).sum());
    }
    for (Map.Entry<String, Parameter> parameter : Parameters.of(network).entrySet()) {
      float[] gradient = parameter.getValue().getArray().getGradient().toFloatArray();
      assertThat(gradient).as(parameter.getKey()).doesNotContain(Float.NaN);
      double largest = 0;
      for (float g : gradient) {
        largest = Math.max(largest, Math.abs(g));
      }
      assertThat(largest).as(parameter.getKey()).isGreaterThan(1e-9);
    }
  }

  @ParameterizedTest
  @MethodSource("variants")
  void paddingChangesNothing(Norm norm, Positions positions, Tie tie) {
    Transformer network = network(norm, positions, tie);
    try (NDManager scope = manager.newSubManager()) {
      Pass pass = pass(scope, false);
      float[] together =
          logits(
                  network,
                  pass,
                  Batch.of(scope, 8, 4, SHORT_SOURCE, LONG_SOURCE),
                  Batch.of(scope, 7, 8, SHORT_TARGET, LONG_TARGET))
              .toFloatArray();
      float[] first =
          logits(
                  network,
                  pass,
                  Batch.of(scope, 2, 0, SHORT_SOURCE),
                  Batch.of(scope, 2, 0, SHORT_TARGET))
              .toFloatArray();
      float[] second =
          logits(
                  network,
                  pass,
                  Batch.of(scope, 6, 0, LONG_SOURCE),
                  Batch.of(scope, 4, 0, LONG_TARGET))
              .toFloatArray();
      assertThat(together).hasSize(first.length + second.length);
      for (int i = 0; i < together.length; i++) {
        float alone = i < first.length ? first[i] : second[i - first.length];
        assertThat(together[i]).isCloseTo(alone, within(1e-4f));
      }
    }
  }

  @Test
  void laterWordsOfTheTargetDoNotChangeEarlierLogits() {
    Transformer network = network(Norm.PRE, Positions.SINUSOIDAL, Tie.ALL);
    try (NDManager scope = manager.newSubManager()) {
      Pass pass = pass(scope, false);
      Batch source = Batch.of(scope, 6, 0, LONG_SOURCE);
      float[] one =
          logits(network, pass, source, Batch.of(scope, 4, 0, new long[] {2, 4, 5, 6}))
              .toFloatArray();
      float[] other =
          logits(network, pass, source, Batch.of(scope, 4, 0, new long[] {2, 4, 9, 9}))
              .toFloatArray();
      assertThat(Arrays.copyOf(one, 2 * WORDS))
          .usingComparatorWithPrecision(1e-5f)
          .containsExactly(Arrays.copyOf(other, 2 * WORDS));
      assertThat(one[2 * WORDS]).isNotCloseTo(other[2 * WORDS], within(1e-5f));
    }
  }

  @Test
  void dropoutActsInTrainingAlone() {
    Transformer network = network(Norm.PRE, Positions.SINUSOIDAL, Tie.ALL);
    try (NDManager scope = manager.newSubManager()) {
      Batch source = Batch.of(scope, 6, 0, LONG_SOURCE);
      Batch target = Batch.of(scope, 4, 0, LONG_TARGET);
      float[] plain = logits(network, pass(scope, false), source, target).toFloatArray();
      assertThat(logits(network, pass(scope, false), source, target).toFloatArray())
          .isEqualTo(plain);
      Engine.getInstance().setRandomSeed(7);
      float[] dropped = logits(network, pass(scope, true), source, target).toFloatArray();
      assertThat(dropped).isNotEqualTo(plain);
      Engine.getInstance().setRandomSeed(7);
      assertThat(logits(network, pass(scope, true), source, target).toFloatArray())
          .isEqualTo(dropped);
    }
  }

  @Test
  void parametersHaveReadableNames() {
    assertThat(Parameters.of(network(Norm.POST, Positions.LEARNED, Tie.NONE)).keySet())
        .contains(
            "target-embedding.weight",
            "source-positions.weight",
            "encoder.0.attention.query.weight",
            "decoder.1.feed-forward.outer.bias",
            "output.bias");
  }

  @ParameterizedTest
  @MethodSource("variants")
  void inBf16ItIsNearlyTheSameNetwork(Norm norm, Positions positions, Tie tie) {
    Transformer network = network(norm, positions, tie);
    Batch source = Batch.of(manager, 6, 0, SHORT_SOURCE, LONG_SOURCE);
    Batch target = Batch.of(manager, 4, 0, SHORT_TARGET, LONG_TARGET);
    float[] full = logits(network, pass(manager, false), source, target).toFloatArray();
    ParameterStore parameters = new ParameterStore(manager, false);
    Pass half = new Pass(parameters, false, Precision.BF16);
    float[] narrow = logits(network, half, source, target).toFloatArray();
    assertThat(narrow).usingComparatorWithPrecision(0.1f).containsExactly(full);
    assertThat(narrow).isNotEqualTo(full);
  }
}
