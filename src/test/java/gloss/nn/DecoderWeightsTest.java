package gloss.nn;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import gloss.recipe.Norm;
import gloss.recipe.Positions;
import gloss.recipe.Precision;
import gloss.recipe.Tie;
import gloss.recipe.TransformerRecipe;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The copies of weights that steps take. */
class DecoderWeightsTest {
  private static final int SIZE = 256;
  private static final int WORDS = 300;

  private NDManager manager;
  private Transformer network;

  @BeforeEach
  void open() {
    manager = NDManager.newBaseManager();
    Engine.getEngine("PyTorch").setRandomSeed(1);
    network =
        new Transformer(
            new TransformerRecipe(
                SIZE, 4, 512, 1, 2, Norm.PRE, Positions.SINUSOIDAL, Tie.ALL, 0, 0, 0),
            WORDS,
            WORDS,
            8);
    network.initialize(manager);
  }

  @AfterEach
  void close() {
    manager.close();
  }

  private float[] firstStep(Precision precision) {
    try (NoGradients inference = new NoGradients();
        NDManager scope = manager.newSubManager()) {
      Pass pass = new Pass(new ParameterStore(scope, false), false, precision);
      SampleBatch source = SampleBatch.of(scope, 3, 0, new long[] {5, 6, 7}, new long[] {8, 9});
      EncoderDecoder.Memory memory = network.encode(pass, source.ids(), source.mask());
      try (DecoderState state = network.start(pass, scope, memory)) {
        NDArray tokens = scope.create(new long[] {2, 2}, new Shape(2, 1));
        return network.step(pass, state, tokens).toFloatArray();
      }
    }
  }

  @Test
  void areMadeAnewWhenTheNetworkHasLearned() {
    float[] before = firstStep(Precision.FP32);
    assertThat(firstStep(Precision.FP32)).isEqualTo(before);
    NDArray weight = Parameters.of(network).get("decoder.0.feed-forward.outer.weight").getArray();
    try (NDArray other = weight.neg()) {
      Kernels.assign(weight, other);
    }
    float[] after = firstStep(Precision.FP32);
    assertThat(after).isNotEqualTo(before);
    try (NDArray back = weight.neg()) {
      Kernels.assign(weight, back);
    }
    assertThat(firstStep(Precision.FP32)).isEqualTo(before);
  }

  @Test
  void areMadeForTheLastTimeWhenTheNetworkIsFrozen() {
    NDArray weight = Parameters.of(network).get("decoder.0.feed-forward.outer.weight").getArray();
    float[] learning = firstStep(Precision.FP32);
    try (NDArray other = weight.neg()) {
      Kernels.assign(weight, other);
    }
    network.freeze();
    float[] before = firstStep(Precision.FP32);
    assertThat(before).isNotEqualTo(learning);
    try (NDArray other = weight.neg()) {
      Kernels.assign(weight, other);
    }
    assertThat(firstStep(Precision.FP32)).isEqualTo(before);
  }

  @Test
  void inBf16AreALittleLessExact() {
    float[] exact = firstStep(Precision.FP32);
    float[] coarse = firstStep(Precision.BF16);
    assertThat(coarse).isNotEqualTo(exact);
    double error = 0;
    double size = 0;
    for (int i = 0; i < exact.length; i++) {
      error += Math.pow(exact[i] - coarse[i], 2);
      size += Math.pow(exact[i], 2);
    }
    assertThat(Math.sqrt(error / size)).isLessThan(0.03);
  }

  @Test
  void areFreedWithTheNetwork() {
    firstStep(Precision.FP32);
    firstStep(Precision.BF16);
    List<NDArray> own = Parameters.of(network).values().stream().map(p -> p.getArray()).toList();
    assertThat(manager.getManagedArrays()).hasSameSizeAs(own);
  }
}
