package gloss.train;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import gloss.loss.Loss;
import gloss.loss.LossSum;
import gloss.loss.Losses;
import gloss.nn.Linear;
import gloss.nn.Pass;
import gloss.optim.Optimizers;
import gloss.recipe.NumberLossRecipe;
import gloss.recipe.TrainingRecipe;
import gloss.yaml.RecordReader;
import gloss.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a loss learns is trained, and is part of the training state. */
class LearnedLossTest {
  private static final String LOSS =
      "{type: uncertainty, losses: [{type: adaptive-robust}, {type: huber}]}";
  private static final String TRAINING =
      "{optimizer: {rate: 0.05}, schedule: {type: constant}, until: 6 steps, validate: {every: 100"
          + " steps}}";

  private static <T> T read(Class<T> type, String yaml) {
    return new RecordReader(path -> path).read(type, YamlFile.parse(yaml, "recipe.yaml"));
  }

  /** Two numbers from three, by a linear network. */
  private static final class Regression implements Task<Long>, AutoCloseable {
    final NDManager manager = NDManager.newBaseManager();
    final Linear network = new Linear(3, 2);
    final Loss loss;
    final TrainingState state;

    Regression(TrainingRecipe recipe) {
      Engine.getInstance().setRandomSeed(3);
      network.initialize(manager);
      loss = Losses.of(read(NumberLossRecipe.class, LOSS), new Losses.Numbers(manager, 2));
      state =
          new TrainingState(
              network,
              lossParameters(),
              learned -> Optimizers.of(recipe.optimizer(), manager, learned),
              weights -> Optional.empty());
    }

    @Override
    public Block network() {
      return network;
    }

    @Override
    public double share(Long batch) {
      return 0.25;
    }

    @Override
    public Map<String, NDArray> lossParameters() {
      return loss.parameters();
    }

    @Override
    public Iterator<Long> batches(int epoch, int skip) {
      return List.of(1L, 2L, 3L, 4L).subList(skip, 4).iterator();
    }

    @Override
    public LossSum loss(Pass pass, NDManager scope, Long batch) {
      Random random = new Random(batch);
      float[] x = new float[30];
      float[] y = new float[20];
      for (int i = 0; i < y.length; i++) {
        x[i] = (float) random.nextGaussian();
        y[i] = (float) random.nextGaussian();
      }
      assertThat(pass.step()).isEqualTo(state.progress().step() + 1);
      return loss.at(pass.step())
          .of(
              network.apply(pass, scope.create(x, new Shape(10, 3))),
              scope.create(y, new Shape(10, 2)));
    }

    @Override
    public String describe(Long batch) {
      return "batch " + batch;
    }

    @Override
    public Validation validate(Runnable mayStop) {
      return new Validation(0, Map.of(), List.of());
    }

    Map<String, float[]> values() {
      Map<String, float[]> values = new LinkedHashMap<>();
      state.learned().forEach((name, array) -> values.put(name, array.toFloatArray()));
      state.optimizer().state().forEach((name, a) -> values.put("~" + name, a.toFloatArray()));
      return values;
    }

    @Override
    public void close() {
      state.close();
      manager.close();
    }
  }

  @Test
  void itIsTrainedAndResumedExactly(@TempDir Path folder) throws IOException {
    TrainingRecipe recipe = read(TrainingRecipe.class, TRAINING);
    Map<String, float[]> expected;
    try (Regression whole = new Regression(recipe)) {
      Map<String, float[]> before = whole.values();
      new Trainer<>(recipe, whole, List.of()).run(whole.state, () -> false);
      expected = whole.values();
      assertThat(expected)
          .containsKeys(
              "weight", "loss:log-variance", "loss:1.shape", "loss:1.scale", "~mean.loss:1.shape");
      expected.forEach(
          (name, values) -> assertThat(values).as(name).isNotEqualTo(before.get(name)));
      assertThat(whole.state.weights()).containsOnlyKeys("weight", "bias");
    }
    Path file = folder.resolve("checkpoint");
    try (Regression first = new Regression(recipe)) {
      new Trainer<>(recipe, first, List.of())
          .run(first.state, () -> first.state.progress().step() >= 3);
      Checkpoint.write(file, first.state, Map.of());
    }
    try (Regression second = new Regression(recipe)) {
      Checkpoint.restore(file, Safetensors.read(file), second.state, Map.of());
      new Trainer<>(recipe, second, List.of()).run(second.state, () -> false);
      second.values().forEach((name, v) -> assertThat(v).as(name).isEqualTo(expected.get(name)));
    }
  }
}
