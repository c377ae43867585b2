package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import gloss.yaml.Named;
import java.nio.file.Path;
import java.util.Optional;

/** A task that a program brings itself: its data, network and loss are in the program. */
@Named("own")
public record OwnRecipe(
    @Doc("name of the model") @Default("the name of the recipe's folder") String name,
    @Doc("trained model to begin with: its weights are taken, all else is new") Optional<Path> from,
    @Doc("how the network is trained") @Default(TableDataRecipe.TRAINING) TrainingRecipe training)
    implements Recipe {
  /** Fails without a name. */
  public OwnRecipe {
    Check.notBlank("name", name);
  }

  /**
   * The recipe of a training.
   *
   * @param training YAML, such as {@code {until: 20 epochs, validate: {patience: 3}}}
   */
  public static OwnRecipe of(String name, String training) {
    String yaml = "{task: own, name: '%s', training: %s}".formatted(name, training);
    return (OwnRecipe) Recipe.parse(yaml, Path.of(FILE));
  }

  @Override
  public OwnRecipe with(TrainingRecipe newTraining) {
    return new OwnRecipe(name, from, newTraining);
  }
}
