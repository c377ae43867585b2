package gloss.train;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import gloss.nn.Linear;
import gloss.optim.Optimizers;
import gloss.recipe.OptimizerRecipe;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonLogTest {
  @TempDir private Path folder;
  private Path file;
  private NDManager manager;
  private TrainingState state;

  @BeforeEach
  void open() {
    file = folder.resolve("log.jsonl");
    manager = NDManager.newBaseManager();
    Linear network = new Linear(1, 1);
    network.initialize(manager);
    state =
        new TrainingState(
            network,
            weights ->
                Optimizers.of(new OptimizerRecipe.Adam(0.1, 0.9, 0.98, 1e-9), manager, weights));
  }

  @AfterEach
  void close() {
    state.close();
    manager.close();
  }

  /** Every line, read without leniency. */
  private List<JsonObject> events() throws IOException {
    return Files.readAllLines(file).stream()
        .map(
            line -> {
              JsonReader reader = new JsonReader(new StringReader(line));
              reader.setStrictness(Strictness.STRICT);
              return JsonParser.parseReader(reader).getAsJsonObject();
            })
        .toList();
  }

  @Test
  void figuresAreMeansOfTheUpdatesThatWereApplied() throws IOException {
    JsonLog log = new JsonLog(file, Map.of("name", "tiny"), Task.TOKENS, "loss");
    log.started(state);
    for (int step = 1; step <= 20; step++) {
      boolean bad = step == 3;
      log.stepped(
          state, new StepReport(step, 1, bad ? Double.NaN : 30, 10, 0.5, bad ? Double.NaN : 2));
    }
    List<JsonObject> events = events();
    assertThat(events.get(0).get("event").getAsString()).isEqualTo("start");
    assertThat(events.get(0).get("name").getAsString()).isEqualTo("tiny");
    assertThat(events.get(1).get("event").getAsString()).isEqualTo("step");
    assertThat(events.get(1).get("loss").getAsDouble()).isEqualTo(3);
    assertThat(events.get(1).get("norm").getAsDouble()).isEqualTo(2);
    assertThat(events.get(1).get("rate").getAsDouble()).isEqualTo(0.5);
  }

  @Test
  void whatIsNoNumberIsNull() throws IOException {
    JsonLog log = new JsonLog(file, Map.of(), Task.TOKENS, "loss");
    log.validated(
        state,
        new Validation(Double.NaN, Map.of("bleu", Double.POSITIVE_INFINITY), List.of()),
        false);
    JsonObject event = events().get(0);
    assertThat(event.get("loss").isJsonNull()).isTrue();
    assertThat(event.getAsJsonObject("metrics").get("bleu").isJsonNull()).isTrue();
    log.skipped(state, new StepReport(3, 1, 1, 1, 1, Double.NaN), "lines 4, 5");
    assertThat(events().get(1).get("batch").getAsString()).isEqualTo("lines 4, 5");
  }

  @Test
  void aLineThatWasCutOffIsEndedFirst() throws IOException {
    Files.writeString(file, "{\"event\":\"start\"}\n{\"event\":\"st");
    JsonLog.append(file, Map.of("event", "test"));
    JsonLog.append(file, Map.of("event", "test"));
    assertThat(Files.readAllLines(file))
        .containsExactly(
            "{\"event\":\"start\"}",
            "{\"event\":\"st",
            "{\"event\":\"test\"}",
            "{\"event\":\"test\"}");
  }
}
