package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import gloss.yaml.Named;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Learning to translate lines of one language into lines of another. */
@Named("translation")
public record TranslationRecipe(
    // A recipe that is read from a file always has a name by then: see Recipe.
    @Doc("name of the model") @Default("the name of the recipe's folder") String name,
    @Doc("trained model to begin with: its weights and subwords are taken, all else is new")
        Optional<Path> from,
    @Doc("what is learned from") ParallelDataRecipe data,
    @Doc("how words become subwords") @Default("{}") SubwordRecipe subwords,
    @Doc("the network") @Default("{}") NetworkRecipe network,
    @Doc("what training minimises") @Default("{}") ClassLossRecipe loss,
    @Doc(
            "weight of R-Drop (Liang et al. 2021), such as 5: two passes with different dropout are"
                + " to agree; 0: one pass")
        @Default("0.0")
        double rDrop,
    @Doc("what training minimises beside the loss of the tokens") @Default("{}")
        ObjectiveRecipe objective,
    @Doc("how pairs are put together") @Default("{}") BatchRecipe batch,
    @Doc("how the network is trained") @Default("{}") TrainingRecipe training,
    @Doc("how a translation is searched for") @Default("{}") DecodingRecipe decoding)
    implements Recipe {
  /** What validation can measure. */
  public static final List<String> METRICS = List.of("loss", "perplexity", "bleu", "chrf");

  /** Fails where parts do not fit each other. */
  public TranslationRecipe {
    Check.notBlank("name", name);
    Check.notNegative("r-drop", rDrop);
    Check.oneOf("training.validate.metric", training.validate().metric(), METRICS);
    Check.that(
        network.tie() != Tie.ALL || subwords.joint(),
        "subwords.joint",
        "must be true, since network.tie is 'all'; or set network.tie: output");
    Check.that(
        rDrop == 0 || (!objective.changesTokens() && data.weights().isEmpty()),
        "r-drop",
        "goes with neither objective.unlikelihood, objective.scheduled-sampling nor data.weights;"
            + " choose one");
    Check.that(
        data.weights().isEmpty() || (loss instanceof ClassLossRecipe.CrossEntropy ce && ce.even()),
        "loss",
        "must be cross-entropy without weights of classes, since data.weights are given");
  }

  @Override
  public TranslationRecipe with(TrainingRecipe newTraining) {
    return new TranslationRecipe(
        name, from, data, subwords, network, loss, rDrop, objective, batch, newTraining, decoding);
  }
}
