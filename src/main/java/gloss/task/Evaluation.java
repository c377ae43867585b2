package gloss.task;

import gloss.corpus.ParallelText;
import gloss.recipe.DecodingRecipe;
import gloss.recipe.ParallelDataRecipe;
import gloss.score.Score;
import gloss.score.TextMetric;
import gloss.train.JsonLog;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model makes of a split of its corpus.
 *
 * @param split name of the split
 * @param text sources and references
 * @param hypotheses the model's outputs, one a source
 */
public record Evaluation(String split, ParallelText text, List<String> hypotheses) {
  /** Translates a split of the data that the model's recipe names. */
  public static Evaluation of(TranslationModel model, String split, DecodingRecipe decoding)
      throws IOException {
    ParallelText text = model.recipe().data().read(split);
    return new Evaluation(split, text, model.translate(text.sources(), decoding));
  }

  /** The names of the test splits of the model's data. */
  public static List<String> testSplits(TranslationModel model) throws IOException {
    return model.recipe().data().splits().keySet().stream()
        .filter(name -> !name.equals(ParallelDataRecipe.TRAIN))
        .filter(name -> !name.equals(ParallelDataRecipe.VALID))
        .toList();
  }

  /** The score of the outputs against the references. */
  public Score score(TextMetric metric) {
    return metric.score(hypotheses, text.targets());
  }

  /** Adds a score to the log of the model's training, if there is one. */
  public void log(Score score, ModelFolder folder) {
    if (!Files.exists(folder.log())) {
      return;
    }
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("event", "test");
    event.put("set", split);
    event.put("metric", score.name());
    event.put("value", score.value());
    event.put("signature", score.signature().toString());
    JsonLog.append(folder.log(), event);
  }
}
