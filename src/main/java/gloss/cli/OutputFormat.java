package gloss.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import gloss.recipe.OutputRecipe;
import gloss.task.TranslationOutput;
import gloss.task.TranslationResult;
import gloss.task.WordLink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How results are written; the names are those of the option. */
enum OutputFormat {
  /**
   * The translation, a line each; of several outputs the n-best format of Moses: {@code 0 ||| text
   * ||| log-probability= -1.5 ||| -0.3}, with the number of the line from 0 and the score.
   */
  text {
    @Override
    List<String> lines(TranslationResult result, long line, OutputRecipe options) {
      if (options.nBest() == 1) {
        return List.of(result.best().text());
      }
      return result.outputs().stream()
          .map(
              output ->
                  String.format(
                      Locale.ROOT,
                      "%d ||| %s ||| log-probability= %.6f ||| %.6f",
                      line - 1,
                      output.text(),
                      output.logProbability(),
                      output.score()))
          .toList();
    }

    @Override
    String score(TranslationOutput output) {
      return String.format(Locale.ROOT, "%.6f", output.logProbability());
    }
  },

  /** A JSON object for each line of the input. */
  jsonl {
    @Override
    List<String> lines(TranslationResult result, long line, OutputRecipe options) {
      Map<String, Object> object = fields(result.best(), options.alignments());
      if (options.nBest() > 1) {
        List<Map<String, Object>> all = new ArrayList<>();
        result.outputs().forEach(output -> all.add(fields(output, options.alignments())));
        object.put("n-best", all);
      }
      return List.of(GSON.toJson(object));
    }

    @Override
    String score(TranslationOutput output) {
      return GSON.toJson(fields(output, false));
    }
  };

  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeSpecialFloatingPointValues().create();

  /** What is written of a result; {@code line} counts from 1. */
  abstract List<String> lines(TranslationResult result, long line, OutputRecipe options);

  /** What is written of a translation that was scored. */
  abstract String score(TranslationOutput output);

  private static Map<String, Object> fields(TranslationOutput output, boolean aligned) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("text", output.text());
    object.put("score", output.score());
    object.put("log-probability", output.logProbability());
    object.put("tokens", output.tokens());
    object.put("token-log-probabilities", output.logProbabilities());
    if (aligned) {
      object.put("alignment", WordLink.pharaoh(output.alignment().links()));
    }
    if (!output.unmet().isEmpty()) {
      object.put("unmet", output.unmet());
    }
    return object;
  }
}
