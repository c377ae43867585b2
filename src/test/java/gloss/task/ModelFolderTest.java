package gloss.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.model.ModelFolder;
import gloss.model.Training;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which a model's folder may be damaged. */
class ModelFolderTest {
  private static final List<String> FILES =
      List.of("model.json", "recipe.resolved.yaml", "tokenizer.json", "weights.safetensors");

  @TempDir private static Path trained;
  private static Path model;

  @TempDir private Path folder;

  @BeforeAll
  static void train() throws IOException {
    model = TinyCorpus.train(trained, "training.until=[1 step]");
  }

  @BeforeEach
  void copy() throws IOException {
    for (String file : FILES) {
      Files.copy(model.resolve(file), folder.resolve(file));
    }
  }

  private void assertRefused(Path path, String... parts) {
    assertThatThrownBy(() -> TranslationModel.load(path).close())
        .isInstanceOf(InputException.class)
        .message()
        .startsWith(path.toString())
        .contains(parts)
        .doesNotContain("\n");
  }

  @Test
  void theseFilesAreAModel() throws IOException {
    try (TranslationModel loaded = TranslationModel.load(folder)) {
      assertThat(loaded.translate(List.of("one two", ""))).hasSize(2).last().isEqualTo("");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"recipe.resolved.yaml", "tokenizer.json", "weights.safetensors"})
  void aMissingFileIsNamed(String file) throws IOException {
    Files.delete(folder.resolve(file));
    assertRefused(folder, file.equals("weights.safetensors") ? "has no weights yet" : file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"recipe.resolved.yaml", "tokenizer.json", "weights.safetensors"})
  void aFlippedBitIsNoticedAndTheFileNamed(String file) throws IOException {
    byte[] bytes = Files.readAllBytes(folder.resolve(file));
    for (int at : new int[] {0, bytes.length / 2, bytes.length - 1}) {
      byte[] flipped = bytes.clone();
      flipped[at] ^= 1;
      Files.write(folder.resolve(file), flipped);
      assertRefused(folder, file);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "[]", "7", "null", "{}", "{\"files\":null}", "{\"files\":[]}", "\u0000"})
  void aDamagedDescriptionIsRefused(String text) throws IOException {
    Files.writeString(folder.resolve("model.json"), text);
    assertRefused(folder, "model.json");
  }

  @Test
  void aDescriptionThatIsNotTextIsRefused() throws IOException {
    Files.write(folder.resolve("model.json"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertRefused(folder, "model.json");
  }

  @Test
  void aFolderThatIsNoModelIsRefused() throws IOException {
    Files.delete(folder.resolve("model.json"));
    assertRefused(folder, "is not a model", "gloss train");
    assertRefused(folder.resolve("nowhere"), "no such folder");
    assertRefused(folder.resolve("tokenizer.json"), "no such folder");
  }

  @Test
  void aTrainingThatNeverValidatedHasNoWeights() throws IOException {
    TinyCorpus.write(folder.resolve("unfinished"));
    ModelFolder unfinished = new ModelFolder(folder.resolve("unfinished/model"));
    try (Training training =
        Tasks.start(TinyCorpus.recipe(folder.resolve("unfinished")), unfinished)) {
      assertThat(training.run(List.of(), () -> true).complete()).isFalse();
    }
    assertRefused(unfinished.path(), "has no weights yet", "first validation");
  }

  @Test
  void aDamagedModelCanBeTrainedAnew() throws IOException {
    Files.writeString(folder.resolve("model.json"), "{");
    ModelFolder damaged = new ModelFolder(folder);
    Tasks.startOver(
            TinyCorpus.recipe(trained, "subwords.joint=false", "network.tie=output"), damaged)
        .close();
    damaged.verify();
    assertThat(folder.resolve("tokenizer.json"))
        .as("would be taken for the new one")
        .doesNotExist();
    assertThat(damaged.weights()).doesNotExist();
  }
}
