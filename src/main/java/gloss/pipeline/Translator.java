package gloss.pipeline;

import gloss.recipe.DecodingRecipe;
import gloss.task.TranslationModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Translates text with a trained model.
 *
 * <pre>
 * try (Translator translator = Translator.load(Path.of("models/phrasebook-en-fr"))) {
 *   String french = translator.translate("Where is the station?");
 * }
 * </pre>
 *
 * <p>It may be used by several threads at once.
 */
public final class Translator implements AutoCloseable {
  private final TranslationModel model;
  private final DecodingRecipe options;

  private Translator(TranslationModel model, DecodingRecipe options) {
    this.model = model;
    this.options = options;
  }

  /**
   * Loads a model and searches as its recipe says.
   *
   * @throws gloss.text.InputException if the folder is no model, incomplete or damaged
   */
  public static Translator load(Path folder) throws IOException {
    TranslationModel model = TranslationModel.load(folder);
    return new Translator(model, model.recipe().decoding());
  }

  /** How this translator searches. */
  public DecodingRecipe options() {
    return options;
  }

  /** The same model, searched in another way; closing either closes both. */
  public Translator with(DecodingRecipe newOptions) {
    return new Translator(model, newOptions);
  }

  /** Translates a line; an empty one stays empty. */
  public String translate(String text) {
    return translate(List.of(text)).get(0);
  }

  /** Translates lines together, which is faster than one by one; as many come back, in order. */
  public List<String> translate(List<String> lines) {
    return model.translate(lines, options);
  }

  /** Frees the native memory. */
  @Override
  public void close() {
    model.close();
  }
}
