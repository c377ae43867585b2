package gloss.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.corpus.Checksum;
import gloss.extract.Document;
import gloss.model.Evaluation;
import gloss.model.ModelFolder;
import gloss.model.StopAt;
import gloss.recipe.Recipe;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractionTest {
  @TempDir private Path folder;

  @Test
  void theSentencesThatReportSomethingAreFound() throws IOException {
    long seed = new Random().nextInt(10_000);
    System.out.println("ExtractionTest: seed " + seed);
    Path path = TinyExtracts.train(folder, "training.seed=" + seed);
    try (ExtractionModel model = ExtractionModel.load(path)) {
      Evaluation evaluation = model.evaluate("reports");
      assertThat(evaluation.score("rougeLsum").value()).isGreaterThan(95);
      assertThat(evaluation.outputs()).hasSize(30).noneMatch(line -> line.contains("\n"));
      assertThat(evaluation.samples(3)).hasSize(3);
      Document document =
          Document.of("others wrote of the house 5.", "we found the river 7.", "they report 3.");
      assertThat(model.choose(document)).containsExactly(1, 2);
      assertThat(model.name()).isEqualTo(folder.getFileName().toString());
    }
    assertThat(Files.readString(path.resolve("log.jsonl")))
        .contains("\"rougeLsum\"", "\"copied\"", "\"length\"");
  }

  @Test
  void trainingGoesOnBitForBitAfterAStop() throws IOException {
    String[] settings = {"training.until=[8 steps]", "batch.size=70"};
    Path whole = TinyExtracts.train(folder, settings);
    String expected = Checksum.sha256(new ModelFolder(whole).weights());
    Recipe recipe = Recipe.load(folder.resolve(Recipe.FILE), List.of(settings));
    ModelFolder cut = new ModelFolder(folder.resolve("cut"));
    assertThat(StopAt.train(Tasks.start(recipe, cut), 5).complete()).isFalse();
    assertThat(StopAt.train(Tasks.resume(recipe, cut, warning -> {}), 0).complete()).isTrue();
    assertThat(Checksum.sha256(cut.weights())).isEqualTo(expected);
  }

  @Test
  void itReadsAsFarAsItWasTrainedFor() throws IOException {
    Path path = TinyExtracts.train(folder, "training.until=[3 steps]");
    try (ExtractionModel model = ExtractionModel.load(path)) {
      List<String> many = new ArrayList<>(Collections.nCopies(5_000, "it is known 1."));
      many.set(4_999, "we found it.");
      assertThat(model.choose(new Document(many, List.of()))).isNotEmpty().allMatch(i -> i < 6);
      assertThat(model.choose(Document.of())).isEmpty();
      assertThat(model.mostSentences()).isEqualTo(6);
    }
  }

  @Test
  void trainingGoesOnFromAModelWithItsWords() throws IOException {
    Path path = TinyExtracts.train(folder, "training.until=[3 steps]", "name=first");
    Path second = folder.resolve("second");
    Path again =
        TinyExtracts.train(second, "training.until=[3 steps]", "name=second", "from=" + path);
    assertThat(Files.readString(again.resolve(ExtractionModel.VOCABULARY)))
        .isEqualTo(Files.readString(path.resolve(ExtractionModel.VOCABULARY)));
    assertThatThrownBy(
            () ->
                TinyExtracts.train(
                    folder.resolve("third"), "vocabulary.size=7", "from=" + path))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has a vocabulary made as");
  }

  @Test
  void mistakesAreSaid() throws IOException {
    Path recipe = TinyExtracts.write(folder);
    assertThatThrownBy(() -> Recipe.load(recipe, List.of("data.weights=" + recipe)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("count the same in this task");
    assertThatThrownBy(() -> Recipe.load(recipe, List.of("training.validate.metric=bleu")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("rougeLsum");
    assertThatThrownBy(() -> Recipe.load(recipe, List.of("vocabulary={type: subwords}")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("this task reads words");
    assertThatThrownBy(() -> ExtractionModel.load(TinyBulletins.train(folder.resolve("writing"),
            "training.until=[2 steps]")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is not a model for extractive summarization");
  }
}
