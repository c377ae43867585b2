package gloss.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.recipe.TranslationRecipe;
import gloss.text.InputException;
import gloss.train.Observer;
import gloss.train.Safetensors;
import gloss.train.StepReport;
import gloss.train.Stop;
import gloss.train.TrainingState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole trainings of a tiny model: begun, interrupted, resumed, refused. */
class TrainingTest {
  private static final String NONE = "training.validate.every=100 steps";

  @TempDir private Path folder;
  private ModelFolder model;

  @BeforeEach
  void write() throws IOException {
    TinyCorpus.write(folder);
    model = new ModelFolder(folder.resolve("model"));
  }

  private TranslationRecipe recipe(String... settings) throws IOException {
    return TinyCorpus.recipe(folder, settings);
  }

  /** Trains until the step given, or to the end with 0. */
  private static Stop train(Training training, long until) throws IOException {
    boolean[] reached = {false};
    Observer watch =
        new Observer() {
          @Override
          public void stepped(TrainingState state, StepReport report) {
            reached[0] = report.step() == until;
          }
        };
    try (training) {
      return training.run(List.of(watch), () -> reached[0]);
    }
  }

  private static Map<String, float[]> arrays(ModelFolder folder, long step) throws IOException {
    Path file = folder.checkpoints().resolve("step-%09d.safetensors".formatted(step));
    Map<String, float[]> arrays = new TreeMap<>();
    Safetensors.read(file).entries().forEach((name, entry) -> arrays.put(name, entry.values()));
    return arrays;
  }

  private void assertRefused(TranslationRecipe recipe, String... parts) {
    assertThatThrownBy(() -> Training.resume(recipe, model, warning -> {}).close())
        .isInstanceOf(InputException.class)
        .message()
        .contains(parts)
        .doesNotContain("\n");
  }

  @Test
  void trainingAndResumingEqualsTrainingAtOnceWithDropoutAndBpeDropout() throws IOException {
    TranslationRecipe recipe = recipe("training.until=[12 steps]", "training.accumulate=2", NONE);
    ModelFolder whole = new ModelFolder(folder.resolve("whole"));
    assertThat(train(Training.start(recipe, whole), 0).complete()).isTrue();
    assertThat(train(Training.start(recipe, model), 5).complete()).isFalse();
    List<String> warnings = new ArrayList<>();
    assertThat(train(Training.resume(recipe, model, warnings::add), 0).complete()).isTrue();
    assertThat(warnings).isEmpty();
    Map<String, float[]> expected = arrays(whole, 12);
    Map<String, float[]> actual = arrays(model, 12);
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    actual.forEach((name, values) -> assertThat(values).as(name).isEqualTo(expected.get(name)));
    assertThat(Files.readAllBytes(model.weights())).isEqualTo(Files.readAllBytes(whole.weights()));
  }

  @Test
  void learnedPositionsAreEnoughForWhateverIsTranslated() throws IOException {
    Files.writeString(folder.resolve("valid.en"), "one. ".repeat(100) + "\n" + "two.\n");
    Files.writeString(folder.resolve("valid.fr"), "un.\n" + "deux.\n");
    TranslationRecipe recipe =
        recipe(
            "network.positions=learned",
            "training.until=[2 steps]",
            "decoding.max-ratio=0.1",
            "decoding.max-extra=1");
    try (Training training = Training.start(recipe, model)) {
      assertThat(training.summary()).endsWith("validating on 2 (1 too long for the loss)");
      training.run(List.of(), () -> false);
      List<String> lines = List.of("two ".repeat(500), "");
      assertThat(training.model().translate(lines)).hasSize(2);
      assertThat(
              training
                  .model()
                  .translate(
                      lines, recipe("decoding.max-ratio=9", "decoding.max-extra=999").decoding()))
          .hasSize(2);
    }
  }

  @Test
  void everyMetricOfRecipesCanDecide() throws IOException {
    for (String metric : TranslationRecipe.METRICS) {
      ModelFolder one = new ModelFolder(folder.resolve(metric));
      TranslationRecipe recipe =
          recipe("training.until=[1 step]", "training.validate.metric=" + metric);
      train(Training.start(recipe, one), 0);
      assertThat(one.weights()).exists();
      assertThat(Files.readString(one.log())).contains("\"metric\":\"" + metric + "\"");
    }
  }

  @Test
  void aSecondTrainingInTheSameFolderIsRefused() throws IOException {
    TranslationRecipe recipe = recipe("training.until=[1 step]");
    train(Training.start(recipe, model), 0);
    assertThatThrownBy(() -> Training.start(recipe, model))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(model.path() + ": ")
        .hasMessageContaining("--resume")
        .hasMessageContaining("--overwrite");
  }

  @Test
  void startingOverDeletesTheOldTrainingAndNothingElse() throws IOException {
    train(Training.start(recipe("training.until=[2 steps]"), model), 0);
    Files.writeString(model.path().resolve("notes.txt"), "mine");
    TranslationRecipe separate =
        recipe("training.until=[1 step]", "subwords.joint=false", "network.tie=output");
    train(Training.startOver(separate, model), 0);
    try (Stream<Path> files = Files.walk(model.path())) {
      assertThat(
              files.filter(Files::isRegularFile).map(model.path()::relativize).map(Path::toString))
          .filteredOn(name -> !name.matches("events\\.out\\.tfevents\\.\\d+\\.gloss(\\.\\d+)?"))
          .containsExactlyInAnyOrder(
              ".lock",
              "model.json",
              "recipe.resolved.yaml",
              "tokenizer.source.json",
              "tokenizer.target.json",
              "weights.safetensors",
              "log.jsonl",
              "checkpoints/step-000000001.safetensors",
              "notes.txt");
    }
  }

  @Test
  void startingOverWithNothingToLearnFromKeepsTheOldModel() throws IOException {
    TranslationRecipe recipe = recipe("training.until=[1 step]");
    train(Training.start(recipe, model), 0);
    byte[] weights = Files.readAllBytes(model.weights());
    Files.delete(folder.resolve("valid.fr"));
    assertThatThrownBy(() -> Training.startOver(recipe, model)).isInstanceOf(InputException.class);
    assertThat(Files.readAllBytes(model.weights())).isEqualTo(weights);
    model.verify();
  }

  @Test
  void resumingNeedsTheSameDataSubwordsAndNetwork() throws IOException {
    TranslationRecipe recipe = recipe();
    assertRefused(recipe, model.path().toString(), "train without --resume");
    train(Training.start(recipe, model), 2);
    assertRefused(recipe("network.size=32"), "step-000000002.safetensors", "another network");
    assertRefused(recipe("network.tie=output"), "step-000000002", "source-embedding.weight");
    assertRefused(recipe("subwords.merges=41"), "subwords.merges=40");
    Files.writeString(folder.resolve("valid.fr"), "un\n".repeat(12));
    assertRefused(recipe, "valid valid.fr has changed");
    // What was refused has changed nothing.
    TinyCorpus.write(folder);
    assertThat(train(Training.resume(recipe, model, warning -> {}), 3).complete()).isFalse();
  }

  @Test
  void resumingWithOtherBatchesGoesOn() throws IOException {
    train(Training.start(recipe("training.until=[2 epochs]", NONE), model), 5);
    Stop stop =
        train(
            Training.resume(
                recipe("training.until=[2 epochs]", "batch.tokens=100000", NONE),
                model,
                warning -> {}),
            0);
    assertThat(stop.complete()).isTrue();
  }

  @Test
  void resumingAfterAKillBetweenRecipeAndDescriptionGoesOn() throws IOException {
    TranslationRecipe recipe = recipe();
    train(Training.start(recipe, model), 2);
    recipe("training.seed=5").save(model.recipe());
    assertThatThrownBy(model::verify).isInstanceOf(InputException.class);
    train(Training.resume(recipe, model, warning -> {}), 3);
    model.verify();
  }

  @Test
  void aFinishedTrainingCanBeGivenMoreSteps() throws IOException {
    train(Training.start(recipe("training.until=[2 steps]"), model), 0);
    assertThat(train(Training.resume(recipe("training.until=[2 steps]"), model, w -> {}), 0))
        .isEqualTo(new Stop(true, "trained for 2 steps"));
    train(Training.resume(recipe("training.until=[3 steps]"), model, w -> {}), 0);
    assertThat(model.checkpoints().resolve("step-000000003.safetensors")).exists();
  }

  @Test
  void aFolderThroughALinkIsAFolder() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    ModelFolder linked = new ModelFolder(Files.createSymbolicLink(folder.resolve("link"), real));
    train(Training.start(recipe("training.until=[1 step]"), linked), 0);
    assertThat(real.resolve("model.json")).exists();
  }
}
