package gloss.nn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import gloss.recipe.Norm;
import gloss.recipe.Positions;
import gloss.recipe.Precision;
import gloss.recipe.Tie;
import gloss.recipe.TransformerRecipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every variant of the Transformer; what it shares with other networks is elsewhere. */
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

  private static final long[] SHORT_SOURCE = {5, 3};
  private static final long[] LONG_SOURCE = {6, 7, 8, 9, 10, 3};
  private static final long[] SHORT_TARGET = {2, 9};
  private static final long[] LONG_TARGET = {2, 4, 5, 6};

  private static NDArray logits(
      Transformer network, Pass pass, SampleBatch source, SampleBatch target) {
    return network.logits(
        pass, network.encode(pass, source.ids(), source.mask()), target.ids(), target.positions());
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

  /** What a layer adds begins 1/√depth as large: uniform in ±√(6 / (in + out)) / √depth. */
  @Test
  void firstWeightsFallWithDepth() {
    TransformerRecipe recipe =
        new TransformerRecipe(
            SIZE, 4, HIDDEN, 9, 1, Norm.PRE, Positions.SINUSOIDAL, Tie.ALL, 0, 0, 0);
    Transformer network = new Transformer(recipe, WORDS, WORDS, LONGEST);
    network.initialize(manager);
    Map<String, Parameter> parameters = Parameters.of(network);
    for (int depth : new int[] {1, 4, 9}) {
      String layer = "encoder." + (depth - 1);
      assertLargest(parameters, layer + ".attention.output", 2 * SIZE, depth);
      assertLargest(parameters, layer + ".feed-forward.outer", SIZE + HIDDEN, depth);
      assertLargest(parameters, layer + ".feed-forward.inner", SIZE + HIDDEN, 1);
    }
  }

  private static void assertLargest(
      Map<String, Parameter> parameters, String layer, int inAndOut, int depth) {
    double largest = 0;
    for (float weight : parameters.get(layer + ".weight").getArray().toFloatArray()) {
      largest = Math.max(largest, Math.abs(weight));
    }
    double bound = Math.sqrt(6.0 / inAndOut / depth);
    assertThat(largest).as(layer).isBetween(0.9 * bound, 1.000001 * bound);
  }

  @ParameterizedTest
  @MethodSource("variants")
  void inBf16ItIsNearlyTheSameNetwork(Norm norm, Positions positions, Tie tie) {
    Transformer network = network(norm, positions, tie);
    SampleBatch source = SampleBatch.of(manager, 6, 0, SHORT_SOURCE, LONG_SOURCE);
    SampleBatch target = SampleBatch.of(manager, 4, 0, SHORT_TARGET, LONG_TARGET);
    float[] full = logits(network, pass(manager, false), source, target).toFloatArray();
    ParameterStore parameters = new ParameterStore(manager, false);
    Pass half = new Pass(parameters, false, Precision.BF16);
    float[] narrow = logits(network, half, source, target).toFloatArray();
    assertThat(narrow).usingComparatorWithPrecision(0.1f).containsExactly(full);
    assertThat(narrow).isNotEqualTo(full);
  }
}
