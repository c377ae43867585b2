package gloss.task;

import ai.djl.ndarray.NDManager;
import gloss.nn.EncoderDecoder;
import gloss.nn.Parameters;
import gloss.text.InputException;
import java.util.List;

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
