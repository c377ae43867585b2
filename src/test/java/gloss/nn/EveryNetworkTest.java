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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every network promises, whatever its kind. */
class EveryNetworkTest {
  private static final String ALL = "gloss.nn.NetworkSamples#all";
  private static final int WORDS = NetworkSamples.TARGET_WORDS;
  private static final int SIZE = NetworkSamples.SIZE;

  private static final long[] SHORT_SOURCE = {5, 3};
  private static final long[] LONG_SOURCE = {6, 7, 8, 9, 10, 3};
  private static final long[] SHORT_TARGET = {2, 9};
  private static final long[] LONG_TARGET = {2, 4, 5, 6};

  private NDManager manager;

  @BeforeEach
  void open() {
    manager = NDManager.newBaseManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private SequenceNetwork network(NetworkSamples.Sample sample) {
    return initialized(sample.make());
  }

  private SequenceNetwork initialized(SequenceNetwork network) {
    Engine.getEngine("PyTorch").setRandomSeed(1);
    network.initialize(manager);
    return network;
  }

  private static Pass pass(NDManager scope, boolean training) {
    return new Pass(new ParameterStore(scope, false), training);
  }

  private static NDArray logits(
      SequenceNetwork network, Pass pass, SampleBatch source, SampleBatch target) {
    return network.logits(
        pass, network.encode(pass, source.ids(), source.mask()), target.ids(), target.positions());
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void shapesAreAsPromised(NetworkSamples.Sample sample) {
    SequenceNetwork network = network(sample);
    try (NDManager scope = manager.newSubManager()) {
      Pass pass = pass(scope, false);
      SampleBatch source = SampleBatch.of(scope, 6, 0, SHORT_SOURCE, LONG_SOURCE);
      SampleBatch target = SampleBatch.of(scope, 4, 0, SHORT_TARGET, LONG_TARGET);
      EncoderDecoder.Memory memory = network.encode(pass, source.ids(), source.mask());
      assertThat(memory.vectors().getShape()).isEqualTo(new Shape(2, 6, SIZE));
      assertThat(memory.mask().getShape()).isEqualTo(new Shape(2, 1, 1, 6));
      NDArray logits = network.logits(pass, memory, target.ids(), target.positions());
      assertThat(logits.getShape()).isEqualTo(new Shape(6, WORDS));
      NDList inputs = new NDList(source.ids(), source.mask(), target.ids(), target.positions());
      assertThat(network.getOutputShapes(inputs.getShapes())).containsExactly(new Shape(6, WORDS));
      NDArray asBlock =
          network.forward(new ParameterStore(scope, false), inputs, false).singletonOrThrow();
      assertThat(asBlock.toFloatArray()).isEqualTo(logits.toFloatArray());
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void theGradientReachesEveryParameter(NetworkSamples.Sample sample) {
    SequenceNetwork network = network(sample);
    try (NDManager scope = NDManager.newBaseManager();
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      SampleBatch source = SampleBatch.of(scope, 6, 0, SHORT_SOURCE, LONG_SOURCE);
      SampleBatch target = SampleBatch.of(scope, 4, 0, SHORT_TARGET, LONG_TARGET);
      NDArray logits = logits(network, pass(scope, true), source, target);
      collector.backward(logits.square().sum());
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
  @MethodSource(ALL)
  void paddingAndOrderChangeNothing(NetworkSamples.Sample sample) {
    SequenceNetwork network = network(sample);
    try (NDManager scope = manager.newSubManager()) {
      Pass pass = pass(scope, false);
      float[] together =
          logits(
                  network,
                  pass,
                  SampleBatch.of(scope, 8, 4, LONG_SOURCE, SHORT_SOURCE, LONG_SOURCE),
                  SampleBatch.of(scope, 7, 8, LONG_TARGET, SHORT_TARGET, LONG_TARGET))
              .toFloatArray();
      float[] shortAlone =
          logits(
                  network,
                  pass,
                  SampleBatch.of(scope, 2, 0, SHORT_SOURCE),
                  SampleBatch.of(scope, 2, 0, SHORT_TARGET))
              .toFloatArray();
      float[] longAlone =
          logits(
                  network,
                  pass,
                  SampleBatch.of(scope, 6, 0, LONG_SOURCE),
                  SampleBatch.of(scope, 4, 0, LONG_TARGET))
              .toFloatArray();
      int afterShort = longAlone.length + shortAlone.length;
      assertThat(together).hasSize(afterShort + longAlone.length);
      assertSame(together, 0, longAlone);
      assertSame(together, longAlone.length, shortAlone);
      assertSame(together, afterShort, longAlone);
    }
  }

  private static void assertSame(float[] all, int from, float[] expected) {
    assertThat(Arrays.copyOfRange(all, from, from + expected.length))
        .usingComparatorWithPrecision(1e-5f)
        .containsExactly(expected);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void paddingAndOrderChangeNoGradient(NetworkSamples.Sample sample) {
    SequenceNetwork network = initialized(sample.makeWithoutDropout());
    Map<String, Parameter> parameters = Parameters.of(network);
    backward(network, 8, 4, new long[][] {LONG_SOURCE, SHORT_SOURCE}, LONG_TARGET, SHORT_TARGET);
    Map<String, float[]> together = gradients(parameters);
    backward(network, 2, 0, new long[][] {SHORT_SOURCE}, SHORT_TARGET);
    backward(network, 6, 0, new long[][] {LONG_SOURCE}, LONG_TARGET);
    // Gradients are added up.
    Map<String, float[]> all = gradients(parameters);
    together.forEach(
        (name, gradient) -> {
          for (int i = 0; i < gradient.length; i++) {
            assertThat(all.get(name)[i] - gradient[i])
                .as(name)
                .isCloseTo(gradient[i], within(1e-4f * (1 + Math.abs(gradient[i]))));
          }
        });
  }

  private static Map<String, float[]> gradients(Map<String, Parameter> parameters) {
    Map<String, float[]> gradients = new LinkedHashMap<>();
    parameters.forEach((name, p) -> gradients.put(name, p.getArray().getGradient().toFloatArray()));
    return gradients;
  }

  private static void backward(
      SequenceNetwork network, int columns, long padding, long[][] sources, long[]... targets) {
    try (NDManager scope = NDManager.newBaseManager();
        GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      NDArray logits =
          logits(
              network,
              pass(scope, true),
              SampleBatch.of(scope, columns, padding, sources),
              SampleBatch.of(scope, columns, padding, targets));
      collector.backward(logits.square().sum());
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void laterWordsOfTheTargetDoNotChangeEarlierLogits(NetworkSamples.Sample sample) {
    SequenceNetwork network = network(sample);
    try (NDManager scope = manager.newSubManager()) {
      Pass pass = pass(scope, false);
      SampleBatch source = SampleBatch.of(scope, 6, 0, LONG_SOURCE);
      float[] one =
          logits(network, pass, source, SampleBatch.of(scope, 4, 0, new long[] {2, 4, 5, 6}))
              .toFloatArray();
      float[] other =
          logits(network, pass, source, SampleBatch.of(scope, 4, 0, new long[] {2, 4, 9, 9}))
              .toFloatArray();
      assertSame(other, 0, Arrays.copyOf(one, 2 * WORDS));
      assertThat(one[2 * WORDS]).isNotCloseTo(other[2 * WORDS], within(1e-5f));
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void everyWordOfTheSourceIsHeard(NetworkSamples.Sample sample) {
    SequenceNetwork network = network(sample);
    try (NDManager scope = manager.newSubManager()) {
      Pass pass = pass(scope, false);
      SampleBatch target = SampleBatch.of(scope, 4, 0, LONG_TARGET);
      float[] before =
          logits(network, pass, SampleBatch.of(scope, 6, 0, LONG_SOURCE), target).toFloatArray();
      for (int i = 0; i < LONG_SOURCE.length; i++) {
        long[] other = LONG_SOURCE.clone();
        other[i] = 4;
        float[] after =
            logits(network, pass, SampleBatch.of(scope, 6, 0, other), target).toFloatArray();
        double largest = 0;
        for (int j = 0; j < after.length; j++) {
          largest = Math.max(largest, Math.abs(after[j] - before[j]));
        }
        assertThat(largest).as("word " + i).isGreaterThan(1e-4);
      }
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void dropoutActsInTrainingAlone(NetworkSamples.Sample sample) {
    SequenceNetwork network = network(sample);
    try (NDManager scope = manager.newSubManager()) {
      SampleBatch source = SampleBatch.of(scope, 6, 0, LONG_SOURCE);
      SampleBatch target = SampleBatch.of(scope, 4, 0, LONG_TARGET);
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

  @ParameterizedTest
  @MethodSource(ALL)
  void stepsAgreeWithTeacherForcingAlsoWhenRowsMove(NetworkSamples.Sample sample) {
    SequenceNetwork network = network(sample);
    try (NDManager scope = manager.newSubManager()) {
      Pass pass = pass(scope, false);
      SampleBatch source = SampleBatch.of(scope, 7, 4, SHORT_SOURCE, LONG_SOURCE);
      EncoderDecoder.Memory memory = network.encode(pass, source.ids(), source.mask());
      SampleBatch target = SampleBatch.of(scope, 4, 0, LONG_TARGET, LONG_TARGET);
      float[] forced =
          network.logits(pass, memory, target.ids(), target.positions()).toFloatArray();
      int[] rows = {0, 1};
      try (DecoderState state = network.start(pass, scope, memory)) {
        for (int step = 0; step < LONG_TARGET.length; step++) {
          long[] tokens = new long[rows.length];
          Arrays.fill(tokens, LONG_TARGET[step]);
          float[] logits =
              network
                  .step(pass, state, scope.create(tokens, new Shape(rows.length, 1)))
                  .toFloatArray();
          for (int row = 0; row < rows.length; row++) {
            int from = (rows[row] * LONG_TARGET.length + step) * WORDS;
            assertSame(logits, row * WORDS, Arrays.copyOfRange(forced, from, from + WORDS));
          }
          // Each step other rows: one more of the second, then those but the first.
          long[] moved = step % 2 == 0 ? new long[] {1, 0, 1} : new long[] {2, 1};
          state.select(scope.create(moved));
          int[] before = rows;
          rows = Arrays.stream(moved).mapToInt(row -> before[(int) row]).toArray();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void decodingHoldsNoMemoryAfterItIsClosed(NetworkSamples.Sample sample) {
    SequenceNetwork network = network(sample);
    try (NDManager scope = manager.newSubManager()) {
      DecoderState state;
      try (NDManager batch = scope.newSubManager()) {
        Pass pass = pass(batch, false);
        SampleBatch source = SampleBatch.of(batch, 6, 0, SHORT_SOURCE, LONG_SOURCE);
        state = network.start(pass, scope, network.encode(pass, source.ids(), source.mask()));
      }
      for (int step = 0; step < 3; step++) {
        try (NDManager inStep = scope.newSubManager()) {
          network.step(
              pass(inStep, false), state, inStep.create(new long[] {2, 2}, new Shape(2, 1)));
        }
      }
      state.close();
      assertThat(scope.getManagedArrays()).isEmpty();
    }
  }
}
