package gloss.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import gloss.loss.LossSum;
import gloss.loss.MeanSquaredError;
import gloss.nn.Linear;
import gloss.nn.Pass;
import gloss.optim.Optimizers;
import gloss.recipe.TrainingRecipe;
import gloss.yaml.RecordReader;
import gloss.yaml.YamlFile;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a recipe's penalty, clipping by value and full-batch descent do to training. */
class PenaltyTest {
  private static final int INPUTS = 6;
  private static final int BATCHES = 8;
  private static final int ROWS = 16;

  /** One number from six, of which only the first two matter; the offset is 3. */
  private static final class Regression implements Task<Integer>, AutoCloseable {
    final NDManager manager = NDManager.newBaseManager();
    final Linear network = new Linear(INPUTS, 1);
    final long seed;
    final List<Double> rows = new ArrayList<>();

    Regression(long seed) {
      this.seed = seed;
      Engine.getInstance().setRandomSeed(11);
      network.initialize(manager);
    }

    @Override
    public Block network() {
      return network;
    }

    @Override
    public Iterator<Integer> batches(int epoch, int skip) {
      return IntStream.range(skip, BATCHES).iterator();
    }

    @Override
    public double share(Integer batch) {
      return 1.0 / BATCHES;
    }

    @Override
    public LossSum loss(Pass pass, NDManager scope, Integer batch) {
      Random random = new Random(seed + batch);
      float[] x = new float[ROWS * INPUTS];
      float[] y = new float[ROWS];
      for (int row = 0; row < ROWS; row++) {
        for (int i = 0; i < INPUTS; i++) {
          x[row * INPUTS + i] = (float) random.nextGaussian();
        }
        y[row] =
            (float) (2 * x[row * INPUTS] - x[row * INPUTS + 1] + 3 + 0.1 * random.nextGaussian());
      }
      NDArray predictions = network.apply(pass, scope.create(x, new Shape(ROWS, INPUTS)));
      return new MeanSquaredError().of(predictions, scope.create(y, new Shape(ROWS, 1)));
    }

    @Override
    public String describe(Integer batch) {
      return "batch " + batch;
    }

    @Override
    public Validation validate(Runnable mayStop) {
      return new Validation(0, Map.of(), List.of());
    }

    /** The weights, and the bias after them. */
    float[] train(String training) {
      TrainingRecipe recipe =
          new RecordReader(path -> path)
              .read(
                  TrainingRecipe.class,
                  YamlFile.parse(
                      "{schedule: {type: constant}, clip: 0, validate: {every: 1000 epochs}, "
                          + training
                          + "}",
                      "recipe.yaml"));
      Observer watch =
          new Observer() {
            @Override
            public void stepped(TrainingState state, StepReport report) {
              rows.add(report.count());
            }
          };
      try (TrainingState state =
          new TrainingState(network, w -> Optimizers.of(recipe.optimizer(), manager, w))) {
        new Trainer<>(recipe, this, List.of(watch)).run(state, () -> false);
        float[] values = new float[INPUTS + 1];
        System.arraycopy(state.weights().get("weight").toFloatArray(), 0, values, 0, INPUTS);
        values[INPUTS] = state.weights().get("bias").getFloat();
        return values;
      }
    }

    @Override
    public void close() {
      manager.close();
    }
  }

  private static float[] train(long seed, String training) {
    try (Regression task = new Regression(seed)) {
      return task.train(training);
    }
  }

  @Test
  void l1MakesUselessWeightsZeroAndL2MakesAllSmall() {
    long seed = System.nanoTime();
    System.out.println("PenaltyTest: seed " + seed);
    String descent = "optimizer: {type: gradient-descent, rate: 0.1}, until: 150 epochs";
    float[] plain = train(seed, descent);
    float[] lasso = train(seed, descent + ", penalty: {type: l1, strength: 0.4}");
    float[] ridge = train(seed, descent + ", penalty: {type: l2, strength: 2}");
    assertThat(plain[0]).isCloseTo(2, within(0.1f));
    // Half of a strength over the second derivative of the loss, 2, is what L1 takes off.
    assertThat(lasso[0]).isCloseTo(1.8f, within(0.15f));
    for (int i = 2; i < INPUTS; i++) {
      assertThat(lasso[i]).isCloseTo(0, within(0.05f));
    }
    // 2 / (2 + 2) of the weight is left; the bias is not penalized.
    assertThat(ridge[0]).isCloseTo(1, within(0.3f));
    assertThat(ridge[INPUTS]).isCloseTo(3, within(0.6f));
  }

  @Test
  void gradientDescentTakesTheWholeEpochForAStep() {
    try (Regression task = new Regression(5)) {
      task.train("optimizer: {type: gradient-descent}, until: 3 epochs");
      assertThat(task.rows)
          .containsExactly(
              (double) BATCHES * ROWS, (double) BATCHES * ROWS, (double) BATCHES * ROWS);
    }
  }

  @Test
  void noElementOfAGradientIsLargerThanTheClip() {
    String one = "optimizer: {type: sgd, rate: 1}, until: 1 step";
    float[] free = train(5, one);
    float[] clipped = train(5, one + ", clip-value: 0.01");
    float[] start = train(5, "optimizer: {type: sgd, rate: 1e-9}, until: 1 step");
    for (int i = 0; i <= INPUTS; i++) {
      double whole = free[i] - start[i];
      double limited = Math.max(-0.01, Math.min(0.01, whole));
      assertThat((double) (clipped[i] - start[i])).isCloseTo(limited, within(1e-5));
    }
  }
}
