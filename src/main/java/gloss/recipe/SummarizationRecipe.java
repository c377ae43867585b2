package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import gloss.yaml.Named;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Learning to summarize texts, copying what must be copied. */
@Named("summarization")
public record SummarizationRecipe(
    @Doc("name of the model") @Default("the name of the recipe's folder") String name,
    @Doc("trained model to begin with: its weights and words are taken, all else is new")
        Optional<Path> from,
    @Doc("what is learned from") SummaryDataRecipe data,
    @Doc("how texts become ids") @Default("{}") VocabularyRecipe vocabulary,
    @Doc("the network below the pointers") @Default("{}") NetworkRecipe network,
    @Doc("how words are copied") @Default("{}") PointerRecipe pointer,
    @Doc("share of each word's probability that the vocabulary's others are to have")
        @Default("0.0")
        double labelSmoothing,
    @Doc("what training minimises beside the loss of the words") @Default("{}")
        ObjectiveRecipe objective,
    @Doc("how much is read, and how pairs are put together") @Default("{}")
        SummaryBatchRecipe batch,
    @Doc("how the network is trained") @Default("{}") TrainingRecipe training,
    @Doc("how a summary is searched for") @Default("{}") DecodingRecipe decoding)
    implements Recipe {
  /** What validation can measure. */
  public static final List<String> METRICS =
      List.of("loss", "perplexity", "rouge1", "rouge2", "rougeL", "rougeLsum");

  /** Fails where parts do not fit each other. */
  public SummarizationRecipe {
    Check.notBlank("name", name);
    Check.share("label-smoothing", labelSmoothing);
    Check.oneOf("training.validate.metric", training.validate().metric(), METRICS);
  }

  @Override
  public SummarizationRecipe with(TrainingRecipe newTraining) {
    return new SummarizationRecipe(
        name,
        from,
        data,
        vocabulary,
        network,
        pointer,
        labelSmoothing,
        objective,
        batch,
        newTraining,
        decoding);
  }
}
