package gloss.recipe;

import gloss.corpus.image.ImageForm;
import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import gloss.yaml.Named;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Learning which class a picture is of. */
@Named("image-classification")
public record ImageClassificationRecipe(
    @Doc("name of the model") @Default("the name of the recipe's folder") String name,
    @Doc("trained model to begin with: its weights and classes are taken, all else is new")
        Optional<Path> from,
    @Doc("what is learned from") ImageDataRecipe data,
    @Doc("what pictures are made into") @Default("{}") ImageForm images,
    @Doc("how training pictures are changed in each epoch") @Default("{}") AugmentRecipe augment,
    @Doc("the network") @Default("{}") ImageNetworkRecipe network,
    @Doc("what training minimises") @Default("{}") ClassLossRecipe loss,
    @Doc("how pictures are put together") @Default("{}") ExampleBatchRecipe batch,
    @Doc("how the network is trained") @Default("{}") TrainingRecipe training)
    implements Recipe {
  /** What validation can measure. */
  public static final List<String> METRICS =
      List.of("loss", "accuracy", "top-5", "precision", "recall", "f1", "log-loss");

  /** Fails where parts do not fit each other. */
  public ImageClassificationRecipe {
    Check.notBlank("name", name);
    Check.oneOf("training.validate.metric", training.validate().metric(), METRICS);
    Check.that(
        augment.mixUp() == 0 || loss.takesShares(),
        "augment.mix-up",
        "needs a loss that takes shares of classes, such as cross-entropy");
  }

  @Override
  public ImageClassificationRecipe with(TrainingRecipe newTraining) {
    return new ImageClassificationRecipe(
        name, from, data, images, augment, network, loss, batch, newTraining);
  }
}
