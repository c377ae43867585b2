package gloss.train;

import static org.assertj.core.api.Assertions.assertThat;

import gloss.nn.EncoderDecoder;
import gloss.nn.Transformer;
import gloss.nn.recurrent.RecurrentNetwork;
import gloss.optim.Optimizers;
import gloss.recipe.AttentionScore;
import gloss.recipe.AverageRecipe;
import gloss.recipe.Cell;
import gloss.recipe.Extent;
import gloss.recipe.KeepRecipe;
import gloss.recipe.Norm;
import gloss.recipe.OptimizerRecipe;
import gloss.recipe.Positions;
import gloss.recipe.Precision;
import gloss.recipe.RecurrentRecipe;
import gloss.recipe.RegularizerRecipe;
import gloss.recipe.ScheduleRecipe;
import gloss.recipe.Tie;
import gloss.recipe.TrainingRecipe;
import gloss.recipe.TransformerRecipe;
import gloss.recipe.ValidationRecipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Small networks must learn to write random sequences again, and backwards. */
class LearningTest {
  private static final int SIZE = 32;
  private static final int STEPS = 500;

  static List<Arguments> networks() {
    List<Arguments> networks = new ArrayList<>();
    networks.add(transformer("transformer", 1, 1));
    networks.add(transformer("transformer, deep encoder and shallow decoder", 6, 1));
    for (Cell cell : Cell.values()) {
      for (AttentionScore score : AttentionScore.values()) {
        boolean feeding = cell == Cell.LSTM ^ score == AttentionScore.GENERAL;
        networks.add(recurrent(cell, score, feeding));
      }
    }
    return networks;
  }

  private static Arguments transformer(String name, int encoderLayers, int decoderLayers) {
    TransformerRecipe recipe =
        new TransformerRecipe(
            SIZE,
            4,
            2 * SIZE,
            encoderLayers,
            decoderLayers,
            Norm.PRE,
            Positions.SINUSOIDAL,
            Tie.ALL,
            0.0,
            0.0,
            0.0);
    int words = SequenceTask.WORDS;
    return network(name, () -> new Transformer(recipe, words, words, SequenceTask.MAX_LENGTH + 2));
  }

  private static Arguments recurrent(Cell cell, AttentionScore score, boolean feeding) {
    RecurrentRecipe recipe =
        new RecurrentRecipe(cell, SIZE, 1, 1, true, score, feeding, Tie.ALL, 0.0);
    return network(
        cell + " " + score + (feeding ? " with input feeding" : ""),
        () -> new RecurrentNetwork(recipe, SequenceTask.WORDS, SequenceTask.WORDS));
  }

  private static Arguments network(String name, Supplier<EncoderDecoder> maker) {
    return Arguments.of(name, maker);
  }

  private static TrainingRecipe training(long seed) {
    return new TrainingRecipe(
        seed,
        1,
        Precision.FP32,
        new OptimizerRecipe.AdamW(0.01, 0.9, 0.98, 1e-9, 0),
        new ScheduleRecipe.Cosine(Extent.steps(50), Optional.empty(), 0.02),
        1.0,
        0,
        new RegularizerRecipe.None(),
        List.of(Extent.steps(STEPS)),
        new ValidationRecipe(Extent.parse("50 steps"), "exact", 0),
        new AverageRecipe(0, 0, 0),
        new KeepRecipe(1, 0, Extent.parse("1 hour")));
  }

  private static void learns(String name, EncoderDecoder network, UnaryOperator<int[]> target) {
    long seed = new Random().nextInt(1_000_000);
    System.out.println("LearningTest: " + name + ", seed " + seed);
    TrainingRecipe training = training(seed);
    try (SequenceTask task = new SequenceTask(network, target, seed, 100);
        TrainingState state =
            new TrainingState(
                task.network(),
                optimizer -> Optimizers.of(training.optimizer(), task.manager(), optimizer))) {
      double[] exact = {0};
      Observer watch =
          new Observer() {
            @Override
            public void validated(TrainingState s, Validation validation, boolean best) {
              exact[0] = validation.metrics().get("exact");
            }
          };
      new Trainer<>(training, task, List.of(watch)).run(state, () -> exact[0] >= 99.5);
      System.out.println("LearningTest: " + name + ", steps " + state.progress().step());
      assertThat(task.exact(1)).isGreaterThanOrEqualTo(90);
      assertThat(task.exact(5)).isGreaterThanOrEqualTo(90);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void learnsToWriteSequencesAgain(String name, Supplier<EncoderDecoder> network) {
    learns(name + ", copy", network.get(), sequence -> sequence);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("networks")
  void learnsToWriteSequencesBackwards(String name, Supplier<EncoderDecoder> network) {
    learns(name + ", reverse", network.get(), SequenceTask::reversed);
  }
}
