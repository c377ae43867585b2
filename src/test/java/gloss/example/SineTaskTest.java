package gloss.example;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import gloss.model.StopAt;
import gloss.pipeline.OwnTraining;
import gloss.recipe.OwnRecipe;
import gloss.train.Stop;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A task of one's own has what the others have. */
class SineTaskTest {
  private static final OwnRecipe RECIPE =
      OwnRecipe.of(
          "sine", "{until: 8 epochs, optimizer: {rate: 0.01}, validate: {every: 10 steps}}");

  @TempDir private Path folder;
  private final StringWriter told = new StringWriter();

  private Stop run(OwnRecipe recipe, String name, long until) throws IOException {
    Engine.getInstance().setRandomSeed(3);
    StopAt stop = new StopAt(until);
    try (NDManager manager = NDManager.newBaseManager()) {
      return OwnTraining.run(
          new SineTask(manager),
          recipe,
          folder.resolve(name),
          new PrintWriter(told, true),
          stop::reached,
          stop);
    }
  }

  @Test
  void trainsWithProgressCheckpointsLogAndReport() throws IOException {
    assertThat(run(RECIPE, "whole", 0).complete()).isTrue();
    assertThat(told.toString())
        .contains("sine: 97 parameters", "validation at step 160", "best so far", "done after 160");
    for (String file : List.of("weights.safetensors", "log.jsonl", "report.html", "checkpoints")) {
      assertThat(folder.resolve("whole").resolve(file)).exists();
    }
    double first = loss(10);
    assertThat(loss(160)).isLessThan(first / 2);
  }

  private double loss(int step) {
    String line =
        told.toString()
            .lines()
            .filter(l -> l.startsWith("validation at step " + step + " "))
            .findFirst()
            .orElseThrow();
    return Double.parseDouble(line.replaceAll(".*loss ([0-9.]+).*", "$1"));
  }

  @Test
  void goesOnExactlyWhereItStopped() throws IOException {
    run(RECIPE, "whole", 0);
    assertThat(run(RECIPE, "parts", 57).complete()).isFalse();
    assertThat(run(RECIPE, "parts", 0).complete()).isTrue();
    String weights = "weights.safetensors";
    assertThat(Files.readAllBytes(folder.resolve("parts").resolve(weights)))
        .isEqualTo(Files.readAllBytes(folder.resolve("whole").resolve(weights)));
  }

  @Test
  void stopsEarly() throws IOException {
    OwnRecipe hasty =
        OwnRecipe.of(
            "sine",
            "{until: 500 epochs, optimizer: {rate: 0.5}, validate: {every: 10 steps, patience:"
                + " 3}}");
    assertThat(run(hasty, "early", 0).reason()).isEqualTo("no better in 3 validations");
  }
}
