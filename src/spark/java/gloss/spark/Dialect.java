package gloss.spark;

import gloss.pipeline.Translator;
import gloss.recipe.DecodingRecipe;
import gloss.task.TranslationRequest;
import gloss.task.TranslationResult;
import java.io.Serializable;
import java.util.List;

/** How lines are read, searched and written; it travels to the executors. */
public interface Dialect extends Serializable {
  /** How to search, given how the model's recipe says. */
  DecodingRecipe options(DecodingRecipe own);

  /**
   * What a line asks for.
   *
   * @throws gloss.text.InputException if the line is malformed
   */
  TranslationRequest request(Translator translator, String line);

  /** What is written of a result; {@code line} counts from 1. */
  List<String> lines(Translator translator, TranslationResult result, long line);
}
