package gloss.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import gloss.loss.CrossEntropy;
import gloss.loss.Loss;
import gloss.loss.LossSum;
import gloss.loss.ProbabilityError;
import gloss.nn.Parameters;
import gloss.nn.Pass;
import gloss.nn.Perceptron;
import gloss.optim.Optimizers;
import gloss.recipe.OwnRecipe;
import gloss.recipe.TrainingRecipe;
import gloss.train.ExampleTask;
import gloss.train.Observer;
import gloss.train.StepReport;
import gloss.train.Trainer;
import gloss.train.TrainingState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Two programs as textbooks have them, whose losses are those of PyTorch in each step: the numbers
 * come from {@code src/test/python/textbook_programs.py}. Data and first weights are formulas.
 */
class TextbookTest {
  private static final int ROWS = 64;
  private static final int BATCH = 16;

  private static final double[] LINEAR = {
    1.085247278, 1.195840359, 1.223763466, 0.979491770, 1.058858037, 1.166946650,
    1.192155957, 0.957272351, 1.033355713, 1.138977528, 1.161546946, 0.935891986,
    1.008763552, 1.111956716, 1.131963611, 0.915367723, 0.985101521, 1.085904837,
    1.103430390, 0.895713449, 0.962386966, 1.060839176, 1.075967193, 0.876939476,
    0.940632939, 1.036773920, 1.049590111, 0.859052539, 0.919848621, 1.013718009,
    1.024310589, 0.842055261, 0.900038838, 0.991677046, 1.000135064, 0.825946212,
    0.881203532, 0.970651805, 0.977064669, 0.810719490
  };

  private static final double[] PERCEPTRON = {
    0.105467394, 0.118121766, 0.113477610, 0.105585493, 0.100274459, 0.113052152,
    0.108210579, 0.103057504, 0.096590929, 0.108543135, 0.102610111, 0.099646643,
    0.093015790, 0.104803920, 0.097949684, 0.096146263, 0.090416491, 0.102461837,
    0.095312700, 0.093412638
  };

  /** A network, its loss, and rows of numbers with classes, in their own order in each epoch. */
  private static final class Program extends ExampleTask {
    private final Perceptron network;
    private final Loss loss;
    private final float[][] rows;
    private final long[] classes;

    Program(Perceptron network, Loss loss, float[][] rows, long[] classes) {
      super(ROWS, BATCH, 1);
      this.network = network;
      this.loss = loss;
      this.rows = rows;
      this.classes = classes;
    }

    @Override
    public Block network() {
      return network;
    }

    @Override
    public Iterator<int[]> batches(int epoch, int skip) {
      return IntStream.range(skip, ROWS / BATCH)
          .mapToObj(b -> IntStream.range(b * BATCH, (b + 1) * BATCH).toArray())
          .iterator();
    }

    @Override
    public LossSum loss(Pass pass, NDManager manager, int[] batch) {
      NDArray x =
          manager.create(Arrays.stream(batch).mapToObj(i -> rows[i]).toArray(float[][]::new));
      NDArray y = manager.create(Arrays.stream(batch).mapToLong(i -> classes[i]).toArray());
      return loss.of(network.apply(pass, x), y);
    }

    @Override
    protected LossSum validationLoss(Pass pass, NDManager manager) {
      return loss(pass, manager, new int[] {0, 1, 2, 3});
    }
  }

  private static float[][] table(int rows, int columns, IntToDoubleFunction cell) {
    float[][] table = new float[rows][columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        table[i][j] = (float) cell.applyAsDouble(i * columns + j);
      }
    }
    return table;
  }

  private static void give(Perceptron network, NDManager manager, String name, double factor) {
    NDArray weight = Parameters.of(network).get(name).getArray();
    Shape shape = weight.getShape();
    float[][] values = table((int) shape.get(0), (int) shape.get(1), n -> factor * Math.cos(n + 1));
    manager.create(values).copyTo(weight);
  }

  private static List<Double> train(Program program, NDManager manager, String training) {
    TrainingRecipe recipe = OwnRecipe.of("textbook", training).training();
    List<Double> losses = new ArrayList<>();
    Observer watch =
        new Observer() {
          @Override
          public void stepped(TrainingState state, StepReport report) {
            losses.add(report.plain() / report.count());
          }
        };
    try (TrainingState state =
        new TrainingState(
            program.network(), weights -> Optimizers.of(recipe.optimizer(), manager, weights))) {
      new Trainer<>(recipe, program, List.of(watch)).run(state, () -> false);
    }
    return losses;
  }

  private static void assertSame(List<Double> losses, double[] expected) {
    assertThat(losses).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(losses.get(i)).as("step %d", i + 1).isCloseTo(expected[i], within(1e-6));
    }
  }

  @Test
  void aLinearLayerWithCrossEntropyAndGradientDescent() {
    try (NDManager manager = NDManager.newBaseManager()) {
      Perceptron network = new Perceptron(10, List.of(), 2, 0);
      network.initialize(manager);
      give(network, manager, "output.weight", 0.3);
      Program program =
          new Program(
              network,
              new CrossEntropy(0),
              table(ROWS, 10, n -> Math.sin(n + 1)),
              IntStream.range(0, ROWS).mapToLong(i -> i % 3 % 2).toArray());
      assertSame(
          train(
              program,
              manager,
              "{optimizer: {type: sgd, rate: 0.01}, clip: 0.0, until: 10 epochs}"),
          LINEAR);
    }
  }

  @Test
  void aPerceptronWithMeanSquaredErrorAndAdam() {
    try (NDManager manager = NDManager.newBaseManager()) {
      Perceptron network = new Perceptron(784, List.of(10), 10, 0);
      network.initialize(manager);
      give(network, manager, "hidden0.weight", 0.05);
      give(network, manager, "output.weight", 0.3);
      Program program =
          new Program(
              network,
              new ProbabilityError(),
              table(ROWS, 784, n -> (Math.sin(n + 1) + 1) / 2),
              IntStream.range(0, ROWS).mapToLong(i -> i * 7 % 10).toArray());
      assertSame(
          train(
              program,
              manager,
              "{optimizer: {type: adam, beta2: 0.999, epsilon: 1e-8}, clip: 0.0, until: 5 epochs}"),
          PERCEPTRON);
    }
  }
}
