package gloss.train;

import static org.assertj.core.api.Assertions.assertThat;

import gloss.optim.Optimizers;
import gloss.recipe.AverageRecipe;
import gloss.recipe.Extent;
import gloss.recipe.KeepRecipe;
import gloss.recipe.Norm;
import gloss.recipe.OptimizerRecipe;
import gloss.recipe.Positions;
import gloss.recipe.Precision;
import gloss.recipe.ScheduleRecipe;
import gloss.recipe.Tie;
import gloss.recipe.TrainingRecipe;
import gloss.recipe.TransformerRecipe;
import gloss.recipe.ValidationRecipe;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A small network must learn a task that cannot be done without attention. */
class LearningTest {
  @Test
  void learnsToWriteSequencesBackwards() {
    long seed = new Random().nextInt(1_000_000);
    System.out.println("LearningTest: seed " + seed);
    TransformerRecipe network =
        new TransformerRecipe(
            64, 4, 128, 1, 1, Norm.PRE, Positions.SINUSOIDAL, Tie.ALL, 0.0, 0.0, 0.0);
    TrainingRecipe training =
        new TrainingRecipe(
            seed,
            1,
            Precision.FP32,
            new OptimizerRecipe.AdamW(0.005, 0.9, 0.98, 1e-9, 0),
            new ScheduleRecipe.Cosine(Extent.steps(100), Optional.empty(), 0.02),
            1.0,
            List.of(Extent.parse("700 steps")),
            new ValidationRecipe(Extent.parse("100 steps"), "exact", 0),
            new AverageRecipe(0),
            new KeepRecipe(1, Extent.parse("1 hour")));
    try (ReverseTask task = new ReverseTask(network, seed, 100);
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
      assertThat(task.exact(1)).isGreaterThanOrEqualTo(98);
      assertThat(task.exact(5)).isGreaterThanOrEqualTo(98);
    }
  }
}
