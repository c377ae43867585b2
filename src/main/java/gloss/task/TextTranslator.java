package gloss.task;

import gloss.recipe.DecodingRecipe;
import java.util.List;

/**
 * Translation of lines by one model, or by several that have the same subwords. It may be used by
 * several threads at once, as long as the models are open.
 *
 * <p>A line that is too long for the network is translated in parts. An empty line stays empty. The
 * output never holds a line feed.
 */
public final class TextTranslator {
  private final Ensemble models;
  private final DecodingRecipe recipe;
  private final Runnable mayStop;

  /**
   * A way of translating.
   *
   * @throws gloss.text.InputException if the models' subwords differ
   */
  public TextTranslator(List<TranslationModel> models, DecodingRecipe recipe) {
    this(models, recipe, () -> {});
  }

  /**
   * The same; {@code mayStop} is called before each step of the search, by several threads at once,
   * and may throw.
   *
   * @throws gloss.text.InputException if the models' subwords differ
   */
  public TextTranslator(List<TranslationModel> models, DecodingRecipe recipe, Runnable mayStop) {
    this.models = new Ensemble(models);
    this.recipe = recipe;
    this.mayStop = mayStop;
  }

  /** How it searches. */
  public DecodingRecipe recipe() {
    return recipe;
  }

  /** Translates lines; as many results come back, in the same order. */
  public List<TranslationResult> translate(List<TranslationRequest> requests) {
    return new LineDecoder(models, recipe, mayStop).decode(requests);
  }

  /**
   * Scores translations that are there already, as the search would score them if it found them.
   *
   * @return what the model says of each, in order
   * @throws gloss.text.InputException if a line is too long for the network
   */
  public List<TranslationOutput> score(List<String> sources, List<String> targets) {
    return new ForcedDecoder(models, recipe).score(sources, targets);
  }
}
