package gloss.task;

import ai.djl.ndarray.NDManager;
import gloss.lexicon.Shortlist;
import gloss.nn.EncoderDecoder;
import gloss.nn.Parameters;
import gloss.recipe.ShortlistRecipe;
import gloss.text.InputException;
import java.util.List;
import java.util.Optional;

/**
 * Models that translate together: one, or several with the same subwords, whose probabilities are
 * averaged.
 */
record Ensemble(List<TranslationModel> models) {
  /**
   * Joins models.
   *
   * @throws InputException if their subwords differ
   */
  Ensemble {
    models = List.copyOf(models);
    TokenizerPair first = models.get(0).tokenizers();
    for (TranslationModel model : models) {
      if (!model.tokenizers().equalsTokens(first)) {
        throw new InputException(
            "the models "
                + models.get(0).recipe().name()
                + " and "
                + model.recipe().name()
                + " have different subwords; only models with the same can translate together");
      }
    }
  }

  private TranslationModel first() {
    return models.get(0);
  }

  TokenizerPair tokenizers() {
    return first().tokenizers();
  }

  NDManager manager() {
    return first().manager();
  }

  List<EncoderDecoder> networks() {
    return models.stream().map(TranslationModel::network).toList();
  }

  /**
   * What translations are made of under a recipe that wants a shortlist: that of the first model
   * that has one.
   *
   * @throws InputException if none has one
   */
  Optional<TargetCandidates> candidates(ShortlistRecipe recipe) {
    if (!recipe.isWanted()) {
      return Optional.empty();
    }
    Shortlist shortlist =
        models.stream()
            .flatMap(model -> model.shortlist().stream())
            .findFirst()
            .orElseThrow(
                () ->
                    new InputException(
                        "the model "
                            + first().recipe().name()
                            + " has no shortlist; 'gloss shortlist MODEL' makes one"));
    boolean joint = tokenizers().source() == tokenizers().target();
    return Optional.of(new TargetCandidates(shortlist, recipe, joint));
  }

  /** How many weights all have together. */
  long parameters() {
    return networks().stream().mapToLong(Parameters::count).sum();
  }

  /** The longest output that all can write. */
  int longestTarget() {
    return models.stream().mapToInt(TranslationModel::longestTarget).min().orElseThrow();
  }

  /** The longest source that all were trained for. */
  int longestSource() {
    return models.stream()
        .mapToInt(model -> model.recipe().batch().maxLength())
        .min()
        .orElseThrow();
  }

  /** The language of the sources. */
  String language() {
    return first().recipe().data().source();
  }
}
