package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import gloss.yaml.Named;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Learning which sentences of a text make a summary of it. */
@Named("extractive-summarization")
public record ExtractionRecipe(
    @Doc("name of the model") @Default("the name of the recipe's folder") String name,
    @Doc("trained model to begin with: its weights and words are taken, all else is new")
        Optional<Path> from,
    @Doc("what is learned from; its texts are held in memory as numbers") SummaryDataRecipe data,
    @Doc("the words that are told apart; all others count as one")
        @Default("{figures: true, lowercase: true}")
        VocabularyRecipe vocabulary,
    @Doc("the network") @Default("{}") SentenceNetworkRecipe network,
    @Doc("how much is read, and how texts are put together") @Default("{}")
        ExtractBatchRecipe batch,
    @Doc("how the network is trained")
        @Default("{schedule: {type: linear}, until: 5 epochs, validate: {metric: rougeLsum}}")
        TrainingRecipe training,
    @Doc("which sentences make a summary") @Default("{}") ExtractRecipe extract)
    implements Recipe {
  /** What validation can measure. */
  public static final List<String> METRICS =
      List.of("loss", "rouge1", "rouge2", "rougeL", "rougeLsum");

  /** Fails where parts do not fit each other. */
  public ExtractionRecipe {
    Check.notBlank("name", name);
    Check.that(
        data.weights().isEmpty(),
        "data.weights",
        "texts count the same in this task; leave it out");
    Check.that(
        vocabulary instanceof VocabularyRecipe.Words, "vocabulary.type", "this task reads words");
    Check.oneOf("training.validate.metric", training.validate().metric(), METRICS);
  }

  /** The vocabulary, which is one of words. */
  public VocabularyRecipe.Words words() {
    return (VocabularyRecipe.Words) vocabulary;
  }

  @Override
  public ExtractionRecipe with(TrainingRecipe newTraining) {
    return new ExtractionRecipe(name, from, data, vocabulary, network, batch, newTraining, extract);
  }
}
