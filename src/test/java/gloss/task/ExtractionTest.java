package gloss.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.corpus.Checksum;
import gloss.corpus.SummarizedText;
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
      TrainedExtractor extractor = TrainedExtractor.of(model);
      assertThat(extractor.choose(document)).containsExactly(1, 2);
      assertThat(extractor.withWords(1).choose(document)).hasSize(1);
      assertThat(extractor.withWords(99).choose(document)).containsExactly(0, 1, 2);
      assertThat(extractor.name()).isEqualTo(folder.getFileName().toString());
      List<Document> many = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        many.add(
            Document.of(
                Collections.nCopies(i % 4, "we found the river 7.").toArray(String[]::new)));
      }
      List<List<Integer>> together = extractor.chooseAll(many);
      assertThat(many.parallelStream().map(extractor::choose)).containsExactlyElementsOf(together);
      assertThat(together.get(0)).isEmpty();
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
    try (TrainedExtractor model = TrainedExtractor.load(path)) {
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
            () -> TinyExtracts.train(folder.resolve("third"), "vocabulary.size=7", "from=" + path))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has a vocabulary made as");
  }

  @Test
  void bf16TrainsAsWell() throws IOException {
    Path path = TinyExtracts.train(folder, "training.precision=bf16");
    try (ExtractionModel model = ExtractionModel.load(path)) {
      assertThat(model.evaluate("reports").score("rougeLsum").value()).isGreaterThan(90);
    }
  }

  @Test
  void whoComesAfterTheEndIsToldSo() throws IOException {
    TrainedExtractor extractor =
        TrainedExtractor.load(TinyExtracts.train(folder, "training.until=[2 steps]"));
    extractor.close();
    extractor.close();
    assertThatThrownBy(() -> extractor.choose(Document.of("we found the river 7.")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the model is closed");
  }

  @Test
  void textsThatTeachNothingAreLeftOutOrRefused() throws IOException {
    Path recipe = TinyExtracts.write(folder);
    Path train = folder.resolve("train.jsonl");
    List<String> lines = new ArrayList<>(Files.readAllLines(train));
    lines.set(3, "{\"text\": \"\\u200b\\u200b\", \"summary\": \"we found it.\"}");
    Files.write(train, lines);
    Path model = folder.resolve("model");
    Recipe briefly = Recipe.load(recipe, List.of("training.until=[40 steps]"));
    StopAt.train(Tasks.start(briefly, new ModelFolder(model)), 0);
    try (ExtractionModel trained = ExtractionModel.load(model)) {
      assertThat(trained.evaluate("reports").score("rougeLsum").value()).isPositive();
    }
    Files.write(train, List.of("{\"text\": \"abc.\\ndef.\", \"summary\": \"xyz\"}"));
    assertThatThrownBy(() -> Tasks.start(briefly, new ModelFolder(folder.resolve("other"))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("nothing to learn: no sentence of the texts has words in common");
  }

  @Test
  void scriptsOtherThanLatinAreLearned() throws IOException {
    SummarizedText text =
        new SummarizedText(1, "x:1", "мы нашли дом\nэто река", List.of("нашли дом"));
    Path path = TinyExtracts.train(folder, "training.until=[2 steps]");
    try (ExtractionModel model = ExtractionModel.load(path)) {
      assertThat(LabelledDocument.of(text, model).belongs()).containsExactly(1, 0);
    }
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
    assertThatThrownBy(
            () ->
                ExtractionModel.load(
                    TinyBulletins.train(folder.resolve("writing"), "training.until=[2 steps]")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is not a model for extractive summarization");
  }
}
