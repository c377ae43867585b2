package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import gloss.yaml.Named;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Learning which class a row of a table is of. */
@Named("tabular-classification")
public record TabularClassificationRecipe(
    @Doc("name of the model") @Default("the name of the recipe's folder") String name,
    @Doc("trained model to begin with: its weights, columns and classes are taken, all else is new")
        Optional<Path> from,
    @Doc("what is learned from") TableDataRecipe data,
    @Doc("the network") @Default("{}") TableNetworkRecipe network,
    @Doc("what training minimises") @Default("{label-smoothing: 0.0}") ClassLossRecipe loss,
    @Doc("how rows are put together") @Default("{size: 32}") ExampleBatchRecipe batch,
    @Doc("how the network is trained") @Default(TableDataRecipe.TRAINING) TrainingRecipe training)
    implements Recipe, TableRecipe {
  /** What validation can measure. */
  public static final List<String> METRICS =
      List.of("loss", "accuracy", "top-5", "precision", "recall", "f1", "log-loss");

  /** Fails where parts do not fit each other. */
  public TabularClassificationRecipe {
    Check.notBlank("name", name);
    Check.oneOf("training.validate.metric", training.validate().metric(), METRICS);
  }

  @Override
  public TabularClassificationRecipe with(TrainingRecipe newTraining) {
    return new TabularClassificationRecipe(name, from, data, network, loss, batch, newTraining);
  }

  @Override
  public boolean ofClasses() {
    return true;
  }
}
