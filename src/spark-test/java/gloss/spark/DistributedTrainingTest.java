package gloss.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.model.ModelFolder;
import gloss.model.Training;
import gloss.pipeline.Translator;
import gloss.recipe.Recipe;
import gloss.task.Tasks;
import gloss.task.TinyCorpus;
import gloss.text.InputException;
import gloss.train.Stop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two workers in this process. */
@Timeout(180)
class DistributedTrainingTest {
  private static final String UNTIL = "training.until=[8 steps]";

  @TempDir static Path folder;
  private static Cluster cluster;
  private static Path recipe;

  @BeforeAll
  static void connect() throws IOException {
    recipe = TinyCorpus.write(folder.resolve("tiny"));
    cluster = LocalSpark.connect();
  }

  @AfterAll
  static void close() {
    cluster.close();
  }

  private static List<String> settings(String mode, String... more) {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "training.distributed.workers=2",
                "training.distributed.mode=" + mode,
                "training.distributed.every=2",
                "training.validate.every=4 steps"));
    settings.addAll(List.of(more));
    return settings;
  }

  private static Path begun(String name, List<String> settings) throws IOException {
    Path model = folder.resolve(name);
    Tasks.start(Recipe.load(recipe, settings), new ModelFolder(model)).close();
    return model;
  }

  private static Stop train(Path model, List<String> settings) throws IOException {
    return cluster.run(
        context -> new DistributedTraining(context, recipe, settings, model, warning -> {}).run());
  }

  @Test
  void trainsInBothModesAndGoesOnExactly() throws IOException {
    for (String mode : List.of("allreduce", "diloco")) {
      Path whole = begun(mode + "-whole", settings(mode, UNTIL));
      assertThat(train(whole, settings(mode, UNTIL)).complete()).isTrue();
      assertThat(whole.resolve("report.html")).exists();
      Path parts = begun(mode + "-parts", settings(mode, UNTIL));
      train(parts, settings(mode, "training.until=[4 steps]"));
      train(parts, settings(mode, UNTIL));
      assertThat(Files.readAllBytes(parts.resolve("weights.safetensors")))
          .isEqualTo(Files.readAllBytes(whole.resolve("weights.safetensors")));
      try (Translator translator = Translator.load(whole)) {
        assertThat(translator.translate("one two.")).isNotNull();
      }
    }
  }

  @Test
  void whatCannotBeIsOneLine() throws IOException {
    List<String> many = settings("allreduce", "training.distributed.workers=3");
    Path model = begun("many", many);
    assertThatThrownBy(() -> train(model, many))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("write --master local[3]");
    assertThatThrownBy(() -> train(folder.resolve("nothing"), settings("allreduce")))
        .isInstanceOf(InputException.class);
    try (Training training =
        Tasks.resume(Recipe.load(recipe, many), new ModelFolder(model), warning -> {})) {
      assertThatThrownBy(() -> training.run(List.of(), () -> false))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("train with gloss spark train");
    }
  }
}
