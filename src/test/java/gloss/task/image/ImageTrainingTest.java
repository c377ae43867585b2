package gloss.task.image;

import static gloss.model.StopAt.train;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.corpus.image.Images;
import gloss.model.ClassEvaluation;
import gloss.model.ModelFolder;
import gloss.recipe.ImageClassificationRecipe;
import gloss.task.Tasks;
import gloss.text.InputException;
import gloss.train.Safetensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole trainings on tiny pictures. */
class ImageTrainingTest {
  private static final String[] EVERYTHING = {
    "augment={shift: 1, flip: 0.5, rotate: 10, crop: 0.8, cut-out: 2, mix-up: 0.3}",
    "network={type: resnet, channels: [4, 8], blocks: 1, groups: 2, dropout: 0.2}",
    "training.average.ema=0.9",
    "training.validate.every=100 steps",
    "training.until=[14 steps]"
  };

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    TinyPictures.write(folder);
  }

  private ImageClassificationRecipe recipe(String... settings) throws IOException {
    return TinyPictures.recipe(folder, settings);
  }

  private ModelFolder model(String name) {
    return new ModelFolder(folder.resolve(name));
  }

  private double accuracy(ModelFolder model) throws IOException {
    try (ImageModel trained = ImageModel.load(model.path())) {
      assertThat(trained.classes()).isEqualTo(TinyPictures.CLASSES);
      ClassEvaluation evaluation = trained.evaluate("test");
      assertThat(evaluation.outputs()).hasSize(30);
      return evaluation.score("accuracy").value();
    }
  }

  @Test
  void everyNetworkLearns() throws IOException {
    int seed = new Random().nextInt(1000);
    System.out.println("ImageTrainingTest: seed " + seed);
    for (String network :
        List.of(
            "{type: convolutional, channels: [8], groups: 4}",
            "{type: perceptron, hidden: [32]}",
            "{type: resnet, channels: [8], blocks: 1, groups: 4}")) {
      ModelFolder model = model("model" + network.length());
      ImageClassificationRecipe recipe =
          recipe("network=" + network, "training.seed=" + seed, "training.until=[25 epochs]");
      train(Tasks.start(recipe, model), 0);
      assertThat(accuracy(model)).as(network).isGreaterThan(0.8);
    }
  }

  @Test
  void aLinearNetworkWithMixUpIsTrained() throws IOException {
    ModelFolder model = model("model");
    ImageClassificationRecipe recipe =
        recipe("network={type: linear}", "augment.mix-up=0.2", "training.until=[20 epochs]");
    train(Tasks.start(recipe, model), 0);
    assertThat(accuracy(model)).isGreaterThan(0.4);
  }

  private static Map<String, float[]> arrays(ModelFolder folder, long step) throws IOException {
    Path file = folder.checkpoints().resolve("step-%09d.safetensors".formatted(step));
    Map<String, float[]> arrays = new TreeMap<>();
    Safetensors.read(file).entries().forEach((name, entry) -> arrays.put(name, entry.values()));
    return arrays;
  }

  @Test
  void trainingAndResumingEqualsTrainingAtOnce() throws IOException {
    ImageClassificationRecipe recipe = recipe(EVERYTHING);
    assertThat(train(Tasks.start(recipe, model("whole")), 0).complete()).isTrue();
    assertThat(train(Tasks.start(recipe, model("parts")), 9).complete()).isFalse();
    assertThat(train(Tasks.resume(recipe, model("parts"), w -> {}), 0).complete()).isTrue();
    Map<String, float[]> expected = arrays(model("whole"), 14);
    assertThat(expected).containsKeys("weight.stem.weight", "average.stage0_0.firstNorm.scale");
    arrays(model("parts"), 14)
        .forEach((name, values) -> assertThat(values).as(name).isEqualTo(expected.get(name)));
    assertThat(Files.readAllBytes(model("parts").weights()))
        .isEqualTo(Files.readAllBytes(model("whole").weights()));
  }

  @Test
  void otherPicturesAreNotGoneOnWith() throws IOException {
    ImageClassificationRecipe recipe = recipe(EVERYTHING);
    train(Tasks.start(recipe, model("model")), 3);
    Images.write(
        folder.resolve("train/down/new.png"),
        Images.file(TinyPictures.picture(2, new Random()), "png"));
    assertThatThrownBy(() -> Tasks.resume(recipe, model("model"), w -> {}).close())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has changed");
  }

  @Test
  void aModelIsBegunFromAnother() throws IOException {
    train(Tasks.start(recipe("training.until=[2 steps]"), model("base")), 0);
    ImageClassificationRecipe fine =
        recipe("from=" + model("base").path(), "training.until=[1 step]");
    train(Tasks.start(fine, model("fine")), 0);
    assertThat(Files.readAllBytes(model("fine").path().resolve(ImageInput.FILE)))
        .isEqualTo(Files.readAllBytes(model("base").path().resolve(ImageInput.FILE)));
  }

  @Test
  void normalizationComesFromTheTrainingPicturesAlone() throws IOException {
    train(Tasks.start(recipe("training.until=[1 step]"), model("model")), 0);
    ImageInput input = ImageInput.read(model("model").path());
    assertThat(input.normalization().means().get(0)).isBetween(60.0, 75.0);
    Images.write(folder.resolve("white/down/1.png"), Images.png(8, 8, 0xffffff));
    ImageClassificationRecipe other =
        recipe("training.until=[1 step]", "data.valid.images=" + folder.resolve("white"));
    ImageClassificationRecipe same = recipe("training.until=[1 step]", "data.valid.images=test");
    train(Tasks.start(other, model("other")), 0);
    train(Tasks.start(same, model("same")), 0);
    assertThat(ImageInput.read(model("other").path()))
        .isEqualTo(ImageInput.read(model("same").path()));
  }

  @Test
  void damagedDescriptionsAreRefused() throws IOException {
    train(Tasks.start(recipe("training.until=[1 step]"), model("model")), 0);
    Path file = model("model").path().resolve(ImageInput.FILE);
    for (String damaged : List.of("", "{}", "[1]", "{\"size\": 3}", "nonsense")) {
      Files.writeString(file, damaged);
      assertThatThrownBy(() -> ImageInput.read(model("model").path()))
          .as(damaged)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("is damaged");
      assertThatThrownBy(() -> Tasks.load(model("model").path()).close())
          .isInstanceOf(InputException.class);
    }
  }
}
