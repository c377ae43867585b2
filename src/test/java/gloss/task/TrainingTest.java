package gloss.task;

import static gloss.model.StopAt.train;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.model.ModelFolder;
import gloss.model.Training;
import gloss.recipe.TranslationRecipe;
import gloss.text.InputException;
import gloss.train.Safetensors;
import gloss.train.Stop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
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

  private static Map<String, float[]> arrays(ModelFolder folder, long step) throws IOException {
    Path file = folder.checkpoints().resolve("step-%09d.safetensors".formatted(step));
    Map<String, float[]> arrays = new TreeMap<>();
    Safetensors.read(file).entries().forEach((name, entry) -> arrays.put(name, entry.values()));
    return arrays;
  }

  private void assertRefused(TranslationRecipe recipe, String... parts) {
    assertThatThrownBy(() -> Tasks.resume(recipe, model, warning -> {}).close())
        .isInstanceOf(InputException.class)
        .message()
        .contains(parts)
        .doesNotContain("\n");
  }

  @Test
  void trainingAndResumingEqualsTrainingAtOnceWithDropoutAndBpeDropout() throws IOException {
    TranslationRecipe recipe = recipe("training.until=[12 steps]", "training.accumulate=2", NONE);
    ModelFolder whole = new ModelFolder(folder.resolve("whole"));
    assertThat(train(Tasks.start(recipe, whole), 0).complete()).isTrue();
    assertThat(train(Tasks.start(recipe, model), 5).complete()).isFalse();
    List<String> warnings = new ArrayList<>();
    assertThat(train(Tasks.resume(recipe, model, warnings::add), 0).complete()).isTrue();
    assertThat(warnings).isEmpty();
    Map<String, float[]> expected = arrays(whole, 12);
    Map<String, float[]> actual = arrays(model, 12);
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    actual.forEach((name, values) -> assertThat(values).as(name).isEqualTo(expected.get(name)));
    assertThat(Files.readAllBytes(model.weights())).isEqualTo(Files.readAllBytes(whole.weights()));
  }

  @Test
  void aLossThatLearnsAndWeighsClassesIsTrainedAndResumed() throws IOException {
    TranslationRecipe recipe =
        recipe(
            "loss={type: uncertainty, losses: [{class-weights: {type: effective-number}}, {type:"
                + " scheduled-focal, steps: 3}]}",
            "training.until=[4 steps]",
            NONE);
    ModelFolder whole = new ModelFolder(folder.resolve("whole"));
    train(Tasks.start(recipe, whole), 0);
    train(Tasks.start(recipe, model), 2);
    train(Tasks.resume(recipe, model, warning -> {}), 0);
    Map<String, float[]> expected = arrays(whole, 4);
    assertThat(expected).containsKey("loss.log-variance");
    assertThat(expected.get("loss.log-variance")).doesNotContain(0f).hasSize(2);
    arrays(model, 4)
        .forEach((name, values) -> assertThat(values).as(name).isEqualTo(expected.get(name)));
    assertThat(Safetensors.read(whole.weights()).entries())
        .doesNotContainKeys("loss.log-variance", "loss:log-variance");
  }

  @Test
  void learnedPositionsAreEnoughForWhateverIsTranslated() throws IOException {
    Files.writeString(folder.resolve("valid.en"), "one. ".repeat(100) + "\n" + "two.\n");
    Files.writeString(folder.resolve("valid.fr"), "un.\ndeux.\n");
    TranslationRecipe recipe =
        recipe(
            "network.positions=learned",
            "training.until=[2 steps]",
            "decoding.length.max-ratio=0.1",
            "decoding.length.max-extra=1");
    try (Training training = Tasks.start(recipe, model)) {
      assertThat(training.summary()).endsWith("validating on 2 (1 too long for the loss)");
      training.run(List.of(), () -> false);
      List<String> lines = List.of("two ".repeat(500), "");
      assertThat(((TranslationModel) training.model()).translate(lines)).hasSize(2);
      assertThat(
              ((TranslationModel) training.model())
                  .translate(
                      lines,
                      recipe("decoding.length.max-ratio=9", "decoding.length.max-extra=999")
                          .decoding()))
          .hasSize(2);
    }
  }

  @Test
  void everyMetricOfRecipesCanDecide() throws IOException {
    for (String metric : TranslationRecipe.METRICS) {
      ModelFolder one = new ModelFolder(folder.resolve(metric));
      TranslationRecipe recipe =
          recipe("training.until=[1 step]", "training.validate.metric=" + metric);
      train(Tasks.start(recipe, one), 0);
      assertThat(one.weights()).exists();
      assertThat(Files.readString(one.log())).contains("\"metric\":\"" + metric + "\"");
    }
  }

  @Test
  void aSecondTrainingInTheSameFolderIsRefused() throws IOException {
    TranslationRecipe recipe = recipe("training.until=[1 step]");
    train(Tasks.start(recipe, model), 0);
    assertThatThrownBy(() -> Tasks.start(recipe, model))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(model.path() + ": ")
        .hasMessageContaining("--resume")
        .hasMessageContaining("--overwrite");
  }

  @Test
  void startingOverDeletesTheOldTrainingAndNothingElse() throws IOException {
    train(Tasks.start(recipe("training.until=[2 steps]"), model), 0);
    Files.writeString(model.path().resolve("notes.txt"), "mine");
    assertThat(new ShortlistMaker(5, 100).write(model.path())).exists();
    TranslationRecipe separate =
        recipe("training.until=[1 step]", "subwords.joint=false", "network.tie=output");
    train(Tasks.startOver(separate, model), 0);
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
    train(Tasks.start(recipe, model), 0);
    byte[] weights = Files.readAllBytes(model.weights());
    Files.delete(folder.resolve("valid.fr"));
    assertThatThrownBy(() -> Tasks.startOver(recipe, model)).isInstanceOf(InputException.class);
    assertThat(Files.readAllBytes(model.weights())).isEqualTo(weights);
    model.verify();
  }

  @Test
  void resumingNeedsTheSameDataSubwordsAndNetwork() throws IOException {
    TranslationRecipe recipe = recipe();
    assertRefused(recipe, model.path().toString(), "train without --resume");
    train(Tasks.start(recipe, model), 2);
    assertRefused(recipe("network.size=32"), "step-000000002.safetensors", "another network");
    assertRefused(recipe("network.tie=output"), "step-000000002", "source-embedding.weight");
    assertRefused(recipe("subwords.merges=41"), "subwords.merges=40");
    Files.writeString(folder.resolve("valid.fr"), "un\n".repeat(12));
    assertRefused(recipe, "valid valid.fr has changed");
    // What was refused has changed nothing.
    TinyCorpus.write(folder);
    assertThat(train(Tasks.resume(recipe, model, warning -> {}), 3).complete()).isFalse();
  }

  @Test
  void resumingWithOtherBatchesGoesOn() throws IOException {
    train(Tasks.start(recipe("training.until=[2 epochs]", NONE), model), 5);
    Stop stop =
        train(
            Tasks.resume(
                recipe("training.until=[2 epochs]", "batch.tokens=100000", NONE),
                model,
                warning -> {}),
            0);
    assertThat(stop.complete()).isTrue();
  }

  @Test
  void resumingAfterAKillBetweenRecipeAndDescriptionGoesOn() throws IOException {
    TranslationRecipe recipe = recipe();
    train(Tasks.start(recipe, model), 2);
    recipe("training.seed=5").save(model.recipe());
    assertThatThrownBy(model::verify).isInstanceOf(InputException.class);
    train(Tasks.resume(recipe, model, warning -> {}), 3);
    model.verify();
  }

  @Test
  void aFinishedTrainingCanBeGivenMoreSteps() throws IOException {
    train(Tasks.start(recipe("training.until=[2 steps]"), model), 0);
    assertThat(train(Tasks.resume(recipe("training.until=[2 steps]"), model, w -> {}), 0))
        .isEqualTo(new Stop(true, "trained for 2 steps"));
    train(Tasks.resume(recipe("training.until=[3 steps]"), model, w -> {}), 0);
    assertThat(model.checkpoints().resolve("step-000000003.safetensors")).exists();
  }

  @Test
  void thePairsAreKeptUntilTheTrainingIsOver() throws IOException {
    TranslationRecipe recipe = recipe("training.until=[6 steps]", NONE);
    train(Tasks.start(recipe, model), 2);
    byte[] pairs = Files.readAllBytes(model.path().resolve("training.pairs"));
    FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(model.path().resolve("training.pairs"), longAgo);
    train(Tasks.resume(recipe, model, warning -> {}), 3);
    assertThat(Files.getLastModifiedTime(model.path().resolve("training.pairs")))
        .as("used again")
        .isEqualTo(longAgo);
    Files.write(model.path().resolve("training.pairs"), Arrays.copyOf(pairs, pairs.length - 1));
    train(Tasks.resume(recipe, model, warning -> {}), 4);
    assertThat(Files.readAllBytes(model.path().resolve("training.pairs")))
        .as("made again")
        .isEqualTo(pairs);
    train(Tasks.resume(recipe("batch.max-length=20", NONE), model, warning -> {}), 5);
    assertThat(Files.readAllBytes(model.path().resolve("training.pairs")))
        .as("others")
        .isNotEqualTo(pairs);
    assertThat(train(Tasks.resume(recipe, model, warning -> {}), 0).complete()).isTrue();
    assertThat(model.path().resolve("training.pairs")).doesNotExist();
  }

  @Test
  void averagesAndTwoPassesResumeExactly() throws IOException {
    TranslationRecipe recipe =
        recipe(
            "training.until=[8 steps]",
            "training.validate.every=2 steps",
            "training.average={ema: 0.9, best: 2, last: 3}",
            "subwords.word-dropout=0.2",
            "subwords.word-swap=0.2",
            "r-drop=2");
    ModelFolder whole = new ModelFolder(folder.resolve("whole"));
    assertThat(train(Tasks.start(recipe, whole), 0).complete()).isTrue();
    assertThat(train(Tasks.start(recipe, model), 3).complete()).isFalse();
    assertThat(train(Tasks.resume(recipe, model, w -> {}), 0).complete()).isTrue();
    assertSame(arrays(model, 8), arrays(whole, 8));
    assertThat(Files.readAllBytes(model.weights())).isEqualTo(Files.readAllBytes(whole.weights()));
    assertThat(Files.readString(whole.log()))
        .contains("\"event\":\"candidate\"")
        .contains("average of the 2 best checkpoints")
        .contains("average of the 3 newest checkpoints");
    assertThat(arrays(whole, 8).keySet()).anyMatch(name -> name.startsWith("average."));
  }

  private static void assertSame(Map<String, float[]> actual, Map<String, float[]> expected) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    actual.forEach((name, values) -> assertThat(values).as(name).isEqualTo(expected.get(name)));
  }

  @Test
  void trainingFromAModelTakesWeightsAndSubwordsAndNothingElse() throws IOException {
    train(Tasks.start(recipe("training.until=[4 steps]"), model), 0);
    ModelFolder tuned = new ModelFolder(folder.resolve("tuned"));
    Files.writeString(folder.resolve("valid.en"), "thirteen zebras.\n".repeat(3));
    Files.writeString(folder.resolve("valid.fr"), "treize zèbres.\n".repeat(3));
    for (String from : List.of("model", "model/checkpoints/step-000000004.safetensors")) {
      TranslationRecipe recipe = recipe("from=" + from, "training.until=[1 step]");
      try (Training training = Tasks.startOver(recipe, tuned)) {
        training
            .model()
            .weights()
            .forEach(
                (name, array) ->
                    assertThat(array.toFloatArray())
                        .as(name)
                        .isEqualTo(weights(model.weights()).get(name)));
        Stop stop = training.run(List.of(), () -> false);
        assertThat(stop).isEqualTo(new Stop(true, "trained for 1 step"));
      }
      assertThat(tuned.path().resolve("tokenizer.json"))
          .hasSameBinaryContentAs(model.path().resolve("tokenizer.json"));
      assertThat(Files.readString(tuned.recipe())).contains("from: ../model");
    }
    // Going on needs the model no more.
    new gloss.train.CheckpointFolder(model.checkpoints()).clear();
    Files.delete(model.weights());
    train(Tasks.resume(recipe("from=model", "training.until=[2 steps]"), tuned, w -> {}), 0);
    assertThat(tuned.checkpoints().resolve("step-000000002.safetensors")).exists();
  }

  private static Map<String, float[]> weights(Path file) {
    try {
      Map<String, float[]> weights = new TreeMap<>();
      Safetensors.read(file).entries().forEach((name, e) -> weights.put(name, e.values()));
      return weights;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aModelThatDoesNotFitIsRefusedBeforeAnythingStarts() throws IOException {
    train(Tasks.start(recipe("training.until=[1 step]"), model), 0);
    Path weights = model.weights();
    ModelFolder tuned = new ModelFolder(folder.resolve("tuned"));
    assertRefusedFrom(tuned, "subwords.merges=40", "from=model", "subwords.merges=50");
    assertRefusedFrom(tuned, "another network", "from=model", "network.size=32");
    assertRefusedFrom(tuned, "another network", "from=model", "network.encoder-layers=2");
    assertRefusedFrom(tuned, "no such model", "from=modle");
    assertRefusedFrom(tuned, "is not a model", "from=.");
    assertRefusedFrom(tuned, "is in no model's folder", "from=valid.en");
    assertRefusedFrom(model, "train with --out DIR", "from=model");
    byte[] bytes = Files.readAllBytes(weights);
    bytes[bytes.length - 1] ^= 1;
    Files.write(weights, bytes);
    assertRefusedFrom(tuned, "damaged", "from=model");
    Files.delete(weights);
    assertRefusedFrom(tuned, "no weights yet", "from=model");
    assertThat(tuned.path()).doesNotExist();
  }

  private void assertRefusedFrom(ModelFolder into, String part, String... settings)
      throws IOException {
    TranslationRecipe recipe = recipe(settings);
    assertThatThrownBy(() -> Tasks.startOver(recipe, into).close())
        .isInstanceOf(InputException.class)
        .message()
        .contains(part)
        .doesNotContain("\n");
  }

  @Test
  void aFolderThroughALinkIsAFolder() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    ModelFolder linked = new ModelFolder(Files.createSymbolicLink(folder.resolve("link"), real));
    train(Tasks.start(recipe("training.until=[1 step]"), linked), 0);
    assertThat(real.resolve("model.json")).exists();
  }
}
