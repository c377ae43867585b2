package gloss.model;

import gloss.score.Score;
import gloss.train.JsonLog;
import gloss.train.Validation;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a model makes of a split of its data. */
public interface Evaluation {
  /** Name of the split. */
  String split();

  /** The model's outputs as lines of text, one an example. */
  List<String> outputs();

  /** Some examples with their outputs, from all over the split. */
  List<Validation.Sample> samples(int most);

  /** The metrics that are usual for the task. */
  List<String> metrics();

  /** The score of the outputs; an unknown metric is an {@link gloss.text.InputException}. */
  Score score(String metric);

  /** How many decimals of a score are shown. */
  default int decimals() {
    return 2;
  }

  /** What a person should know of the split, a line each. */
  default List<String> remarks() {
    return List.of();
  }

  /** More for the log of the model's training, an event each. */
  default List<Map<String, Object>> events() {
    return List.of();
  }

  /** Adds {@link #events} to the log of the model's training, if there is one. */
  default void log(ModelFolder folder) {
    if (Files.exists(folder.log())) {
      events().forEach(event -> JsonLog.append(folder.log(), event));
    }
  }

  /** Adds a score to the log of the model's training, if there is one. */
  default void log(Score score, ModelFolder folder) {
    if (!Files.exists(folder.log())) {
      return;
    }
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("event", "test");
    event.put("set", split());
    event.put("metric", score.name());
    event.put("value", score.value());
    event.put("signature", score.signature().toString());
    JsonLog.append(folder.log(), event);
  }
}
