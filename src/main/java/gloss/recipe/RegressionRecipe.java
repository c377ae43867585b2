package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import gloss.yaml.Named;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Learning to predict a number from a row of a table. */
@Named("regression")
public record RegressionRecipe(
    @Doc("name of the model") @Default("the name of the recipe's folder") String name,
    @Doc("trained model to begin with: its weights and columns are taken, all else is new")
        Optional<Path> from,
    @Doc("what is learned from") TableDataRecipe data,
    @Doc("the network") @Default("{}") TableNetworkRecipe network,
    @Doc(
            "what training minimises, measured in standard deviations of the column; with poisson,"
                + " in its own unit")
        @Default("{}")
        NumberLossRecipe loss,
    @Doc("how rows are put together") @Default("{size: 32}") ExampleBatchRecipe batch,
    @Doc("how the network is trained") @Default(TableDataRecipe.TRAINING) TrainingRecipe training)
    implements Recipe, TableRecipe {
  /** What validation can measure. */
  public static final List<String> METRICS = List.of("loss", "rmse", "mae", "mse", "r2");

  /** Fails where parts do not fit each other. */
  public RegressionRecipe {
    Check.notBlank("name", name);
    Check.oneOf("training.validate.metric", training.validate().metric(), METRICS);
    List<NumberLossRecipe> parts = loss.parts();
    Check.that(
        parts.stream().noneMatch(NumberLossRecipe.CosineEmbedding.class::isInstance),
        "loss",
        "cosine-embedding compares vectors; here one number is predicted");
    Check.that(
        parts.size() == 1 || parts.stream().noneMatch(NumberLossRecipe.Poisson.class::isInstance),
        "loss",
        "poisson predicts a logarithm and cannot be joined with other losses");
  }

  @Override
  public RegressionRecipe with(TrainingRecipe newTraining) {
    return new RegressionRecipe(name, from, data, network, loss, batch, newTraining);
  }

  @Override
  public boolean ofClasses() {
    return false;
  }

  /** Whether the network predicts the logarithm of the number. */
  public boolean predictsLogarithm() {
    return loss.parts().get(0) instanceof NumberLossRecipe.Poisson;
  }
}
