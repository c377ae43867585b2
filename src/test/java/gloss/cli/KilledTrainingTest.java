package gloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gloss.task.TinyCorpus;
import gloss.train.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a training at random moments, again and again, and compares its end with one left alone.
 */
class KilledTrainingTest {
  private static final int MOST_KILLS = 6;
  private static final String[] SETTINGS =
      TrainingProcess.set(
          "training.until=[200 steps]",
          "training.accumulate=2",
          "training.validate.every=15 steps",
          "training.validate.metric=chrf",
          "training.validate.patience=4",
          "training.keep.every=4 steps",
          "training.keep.last=2",
          "training.average.ema=0.9",
          "training.average.last=2",
          "training.average.best=3",
          "network.dropout=0.2",
          "subwords.dropout=0.2");

  @TempDir private Path folder;

  private static String[] settings(String... more) {
    return Stream.concat(Stream.of(SETTINGS), Stream.of(more)).toArray(String[]::new);
  }

  /** Everything of the newest checkpoint but the time that it took. */
  private static Map<String, Object> state(Path model) throws IOException {
    Path file =
        model.resolve("checkpoints/step-%09d.safetensors".formatted(TrainingProcess.newest(model)));
    Safetensors saved = Safetensors.read(file);
    Map<String, Object> state = new TreeMap<>(saved.metadata());
    JsonObject progress =
        JsonParser.parseString(saved.metadata().get("progress")).getAsJsonObject();
    progress.getAsJsonObject("elapsed").remove("seconds");
    progress.remove("reserve");
    state.put("progress", progress.toString());
    saved.entries().forEach((name, entry) -> state.put(name, entry.values()));
    return state;
  }

  /** What the log says last of each validation, and of the end. */
  private static Map<String, String> course(Path model) throws IOException {
    Map<String, String> course = new TreeMap<>();
    for (String line : Files.readAllLines(model.resolve("log.jsonl"))) {
      if (line.endsWith("}") && line.startsWith("{\"event\":")) {
        JsonObject event = JsonParser.parseString(line).getAsJsonObject();
        String name = event.get("event").getAsString();
        event.remove("seconds");
        if (name.equals("validation") || name.equals("candidate") || name.equals("end")) {
          course.put(name + " " + event.get("step") + " " + event.get("weights"), event.toString());
        }
      }
    }
    return course;
  }

  @Test
  void itEndsAsIfNothingHadHappened() throws Exception {
    long seed = new Random().nextInt(1_000_000);
    System.out.println("KilledTrainingTest: seed " + seed);
    Random random = new Random(seed);
    Path recipe = TinyCorpus.write(folder);
    Path alone = Files.createDirectories(folder.resolve("alone"));
    Path killed = Files.createDirectories(folder.resolve("killed"));
    assertThat(TrainingProcess.gloss(alone, recipe, SETTINGS).run().exit()).isZero();

    int kills = 0;
    boolean ended = false;
    while (!ended) {
      boolean begun = Files.exists(killed.resolve("model/model.json"));
      TrainingProcess process =
          TrainingProcess.start(killed, recipe, begun ? settings("--resume") : SETTINGS);
      ended = kills == MOST_KILLS || !killSometime(process, random);
      if (ended) {
        assertThat(process.join()).as(process.err()).isZero();
      } else {
        kills++;
      }
    }
    System.out.println("KilledTrainingTest: killed " + kills + " times");
    assertThat(killed.resolve("model/weights.safetensors"))
        .hasSameBinaryContentAs(alone.resolve("model/weights.safetensors"));
    assertThat(course(killed.resolve("model"))).isEqualTo(course(alone.resolve("model")));
    Map<String, Object> expected = state(alone.resolve("model"));
    Map<String, Object> actual = state(killed.resolve("model"));
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    actual.forEach((name, value) -> assertThat(value).as(name).isEqualTo(expected.get(name)));
  }

  /** Kills after some steps or after some time; false if the process came to its end before. */
  private static boolean killSometime(TrainingProcess process, Random random) throws Exception {
    if (random.nextInt(3) == 0) {
      Thread.sleep(random.nextInt(3000));
    } else {
      long step = TrainingProcess.newest(process.model()) + 1 + random.nextInt(60);
      process.await(() -> TrainingProcess.newest(process.model()) >= step);
      Thread.sleep(random.nextInt(100));
    }
    boolean alive = process.process().isAlive();
    process.kill();
    return alive && process.process().exitValue() != 0;
  }
}
