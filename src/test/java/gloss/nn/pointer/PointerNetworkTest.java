package gloss.nn.pointer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import gloss.loss.LossSum;
import gloss.loss.PointerLoss;
import gloss.nn.DecoderState;
import gloss.nn.EncoderDecoder;
import gloss.nn.KernelCheck;
import gloss.nn.KernelLibrary;
import gloss.nn.Kernels;
import gloss.nn.NetworkSamples;
import gloss.nn.NoGradients;
import gloss.nn.Parameters;
import gloss.nn.Pass;
import gloss.nn.SampleBatch;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PointerNetworkTest {
  private static final int WORDS = NetworkSamples.TARGET_WORDS;
  private static final long NEW = WORDS;
  private static final long OTHER = WORDS + 1;

  /** Words that the vocabulary lacks are in both sources; 3 ends a source. */
  private static final long[][] SOURCES = {{5, NEW, 3}, {6, NEW, OTHER, 7, NEW, 3}};

  private static final long[][] TARGETS = {{2, NEW, 9}, {2, OTHER, NEW, 6}};

  private NDManager manager;

  @BeforeEach
  void open() {
    manager = NDManager.newBaseManager();
  }

  @AfterEach
  void close() {
    manager.close();
  }

  /** On networks of each kind; with weights so large that pointers are sharp. */
  private PointerNetwork network(String kind, boolean coverage) {
    NetworkSamples.Sample sample =
        NetworkSamples.all().stream()
            .filter(s -> s.toString().startsWith(kind))
            .findFirst()
            .orElseThrow();
    PointerNetwork network =
        new PointerNetwork(
            (EncoderDecoder) sample.makeWithoutDropout(),
            new PointerNetwork.Settings(NetworkSamples.SIZE, WORDS, 1, 0, coverage, 0));
    Engine.getEngine("PyTorch").setRandomSeed(1);
    network.initialize(manager);
    if (coverage) {
      NDArray u = Parameters.of(network).get("pointer-coverage").getArray();
      try (NoGradients inPlace = new NoGradients()) {
        Kernels.assign(u, manager.randomNormal(u.getShape()));
      }
    }
    return network;
  }

  private static Pass pass(NDManager scope, boolean training) {
    return new Pass(new ParameterStore(scope, false), training);
  }

  @Test
  void everyKernelsGradientIsThatOfFiniteDifferences() {
    try (KernelCheck check =
        new KernelCheck(new KernelLibrary(PointerKernels.class, "kernels.py"))) {
      NDManager m = check.manager();
      NDArray mask = m.create(new boolean[] {true, true, false, true, true, true});
      NDArray masks = mask.reshape(2, 1, 1, 3);
      // Far from all attention, also when that of two steps is added: where both are the same, the
      // smaller of them has a corner.
      NDArray covered = m.create(new float[] {-2.5f, 1.5f, 1.5f, 2, -2.5f, -2.5f}, new Shape(2, 3));
      check.one("scores", check.normal(2, 4, 3), check.normal(2, 5, 3));
      check.several(
          1,
          "point",
          check.normal(2, 3, 4),
          check.normal(2, 3, 4),
          m.ones(new Shape(2, 1, 1, 3)).toType(mask.getDataType(), false),
          covered,
          KernelLibrary.optional(null));
      check.several(
          3,
          "point",
          check.normal(2, 3, 4),
          check.normal(2, 3, 4),
          m.ones(new Shape(2, 1, 1, 3)).toType(mask.getDataType(), false),
          covered,
          KernelLibrary.optional(check.normal(4)));
      assertThat(masks.getShape()).isEqualTo(new Shape(2, 1, 1, 3));
      check.one("hear", check.normal(2, 3, 4), check.normal(2, 4, 2));
      check.one(
          "gate",
          check.normal(2, 3, 4),
          check.normal(2, 3, 4),
          check.normal(1, 8),
          check.normal(1));
      NDArray ids = m.create(new long[] {1, 4, 5, 0, 5, 5}, new Shape(2, 3));
      NDArray every = m.create(new long[] {4, 4, 5, 5, 4, 5}, new Shape(2, 3));
      check.one("mixture", check.normal(2, 4), check.normal(2), check.normal(2, 3), every, 6);
      assertThat(ids.size()).isEqualTo(6);
      check.assertAllChecked(PointerKernels.class, "kernels.py", "known", "rows_of");
    }
  }

  @Test
  void theLossesGradientIsThatOfFiniteDifferences() {
    try (KernelCheck check = new KernelCheck(new KernelLibrary(PointerLoss.class, "pointer.py"))) {
      NDManager m = check.manager();
      NDArray sources = m.create(new long[] {1, 4, 5, 0, 5, 5}, new Shape(2, 3));
      NDArray labels = m.create(new long[] {1, 5});
      check.several(
          1,
          "pointer_loss",
          check.normal(2, 4),
          check.normal(2),
          check.normal(2, 3),
          sources,
          labels,
          check.normal(2),
          m.create(new float[] {1, 2}),
          0.1,
          0.7);
    }
  }

  @Test
  void theMixtureIsItsFormula() {
    float[] logits = {0.5f, -1, 2};
    double gate = 0.3;
    double[] pointers = {0.2, 0.7, 0.1};
    NDArray mixed =
        PointerKernels.mixture(
            manager.create(logits, new Shape(1, 3)),
            manager.create(new float[] {(float) gate}),
            manager
                .create(
                    new float[] {(float) pointers[0], (float) pointers[1], (float) pointers[2]},
                    new Shape(1, 3))
                .log(),
            manager.create(new long[] {2, 4, 2}, new Shape(1, 3)),
            6);
    double sum = Math.exp(0.5) + Math.exp(-1) + Math.exp(2);
    double g = 1 / (1 + Math.exp(-gate));
    double[] expected = {
      g * Math.exp(0.5) / sum,
      g * Math.exp(-1) / sum,
      g * Math.exp(2) / sum + (1 - g) * 0.3,
      0,
      (1 - g) * 0.7,
      0
    };
    float[] found = mixed.toFloatArray();
    for (int i = 0; i < expected.length; i++) {
      assertThat(Math.exp(found[i])).isCloseTo(expected[i], within(1e-6));
    }
    assertThat(found[3]).isEqualTo(Float.NEGATIVE_INFINITY);
  }

  @Test
  void nothingBreaksAtExtremes() {
    for (float gate : new float[] {-1e4f, 0, 1e4f}) {
      for (float size : new float[] {1e4f, 1}) {
        NDArray logits =
            manager.create(new float[] {size, 0, -size, -size, size, 0}, new Shape(2, 3));
        NDArray gates = manager.create(new float[] {gate, gate});
        NDArray logs =
            manager
                .create(new float[] {size, 0, -size, -size, 0, size}, new Shape(2, 3))
                .logSoftmax(1);
        for (NDArray array : List.of(logits, gates, logs)) {
          array.setRequiresGradient(true);
        }
        NDArray sources = manager.create(new long[] {0, 3, 4, 2, 1, 3}, new Shape(2, 3));
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
          NDArray mixed = PointerKernels.mixture(logits, gates, logs, sources, 5);
          NDArray total = mixed.exp().sum(new int[] {1});
          assertThat(total.toFloatArray()).usingComparatorWithPrecision(1e-4f).containsOnly(1, 1);
          KernelLibrary library = new KernelLibrary(PointerLoss.class, "pointer.py");
          // The least likely words there are: one that is only made, one that is only copied.
          NDList loss =
              library.several(
                  "pointer_loss",
                  logits,
                  gates,
                  logs,
                  sources,
                  manager.create(new long[] {2, 3}),
                  manager.zeros(new Shape(2)),
                  manager.ones(new Shape(2)),
                  0.0,
                  0.0);
          assertThat(Float.isFinite(loss.get(0).getFloat())).isTrue();
          collector.backward(loss.get(0).add(total.sum()));
        }
        for (NDArray array : List.of(logits, gates, logs)) {
          for (float g : array.getGradient().toFloatArray()) {
            assertThat(Float.isFinite(g)).isTrue();
          }
        }
      }
    }
  }

  @Test
  void theLossIsThatOfTheMixture() {
    for (String kind : List.of("transformer", "LSTM")) {
      for (boolean coverage : new boolean[] {false, true}) {
        PointerNetwork network = network(kind, coverage);
        try (NDManager scope = manager.newSubManager()) {
          Pass pass = pass(scope, false);
          SampleBatch source = SampleBatch.of(scope, 6, 0, SOURCES);
          SampleBatch target = SampleBatch.of(scope, 4, 0, TARGETS);
          EncoderDecoder.Memory memory = network.encode(pass, source.ids(), source.mask());
          NDArray labels = scope.create(new long[] {NEW, 9, 3, OTHER, NEW, 6, 3});
          LossSum loss =
              new PointerLoss(0, 0)
                  .of(
                      pass,
                      network,
                      network.choose(pass, memory, target.ids(), target.positions()),
                      labels);
          NDArray logits = network.logits(pass, memory, target.ids(), target.positions());
          assertThat(logits.getShape()).isEqualTo(new Shape(7, WORDS + 2));
          double sum = 0;
          for (int i = 0; i < 7; i++) {
            sum -= logits.getFloat(i, labels.toLongArray()[i]);
          }
          assertThat(loss.plain()).isCloseTo(sum, within(1e-4 * sum));
          assertThat(logits.exp().sum(new int[] {1}).toFloatArray())
              .usingComparatorWithPrecision(1e-4f)
              .containsOnly(1);
        }
      }
    }
  }

  @Test
  void stepsAgreeWithTeacherForcingAlsoWhenRowsMove() {
    for (String kind : List.of("transformer", "GRU")) {
      PointerNetwork network = network(kind, true);
      try (NDManager scope = manager.newSubManager()) {
        Pass pass = pass(scope, false);
        SampleBatch source = SampleBatch.of(scope, 7, 0, SOURCES);
        EncoderDecoder.Memory memory = network.encode(pass, source.ids(), source.mask());
        long[] words = {2, NEW, 7, NEW};
        SampleBatch target = SampleBatch.of(scope, 4, 0, words, words);
        float[] forced =
            network.logits(pass, memory, target.ids(), target.positions()).toFloatArray();
        int all = WORDS + 2;
        int[] rows = {0, 1};
        try (DecoderState state = network.start(pass, scope, memory)) {
          for (int step = 0; step < words.length; step++) {
            long[] tokens = new long[rows.length];
            Arrays.fill(tokens, words[step]);
            NDArray newest = scope.create(tokens, new Shape(rows.length, 1));
            float[] logits = network.step(pass, state, newest).toFloatArray();
            for (int row = 0; row < rows.length; row++) {
              int from = (rows[row] * words.length + step) * all;
              assertThat(Arrays.copyOfRange(logits, row * all, (row + 1) * all))
                  .usingComparatorWithPrecision(1e-4f)
                  .containsExactly(Arrays.copyOfRange(forced, from, from + all));
            }
            long[] moved = step % 2 == 0 ? new long[] {1, 0, 1} : new long[] {2, 1};
            state.select(scope.create(moved));
            int[] before = rows;
            rows = Arrays.stream(moved).mapToInt(row -> before[(int) row]).toArray();
          }
        }
      }
    }
  }

  @Test
  void coverageActsFromItsUpdateOnAndItsLossIsAdded() {
    NetworkSamples.Sample sample = NetworkSamples.all().get(0);
    PointerNetwork network =
        new PointerNetwork(
            (EncoderDecoder) sample.makeWithoutDropout(),
            new PointerNetwork.Settings(NetworkSamples.SIZE, WORDS, 1, 0, true, 10));
    network.initialize(manager);
    try (NDManager scope = manager.newSubManager()) {
      SampleBatch source = SampleBatch.of(scope, 6, 0, SOURCES);
      SampleBatch target = SampleBatch.of(scope, 4, 0, TARGETS);
      NDArray labels = scope.create(new long[] {NEW, 9, 3, OTHER, NEW, 6, 3});
      double[] sums = new double[2];
      double[] again = new double[2];
      for (int late = 0; late < 2; late++) {
        Pass pass =
            new Pass(new ParameterStore(scope, false), true, gloss.recipe.Precision.FP32, 9 + late);
        EncoderDecoder.Memory memory = network.encode(pass, source.ids(), source.mask());
        PointerNetwork.Choice choice =
            network.choose(pass, memory, target.ids(), target.positions());
        again[late] = choice.again().sum().getFloat();
        LossSum loss = new PointerLoss(0, 2).of(pass, network, choice, labels);
        sums[late] = loss.sum().getFloat() - loss.plain();
      }
      assertThat(again[0]).isZero();
      assertThat(sums[0]).isCloseTo(0, within(1e-4));
      assertThat(again[1]).isGreaterThan(0.1);
      assertThat(sums[1]).isCloseTo(2 * again[1], within(1e-4));
    }
  }
}
