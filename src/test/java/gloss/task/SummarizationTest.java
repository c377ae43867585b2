package gloss.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.corpus.Checksum;
import gloss.model.Evaluation;
import gloss.model.ModelFolder;
import gloss.model.StopAt;
import gloss.recipe.Recipe;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummarizationTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "network={size: 32, heads: 2, feed-forward: 32, encoder-layers: 1, decoder-layers: 1}",
        "network={type: recurrent, size: 32, encoder-layers: 1, decoder-layers: 1, input-feeding:"
            + " false}"
      })
  void bothKindsOfDecoderLearnToCopyNamesNeverSeen(String network) throws IOException {
    Path model =
        TinyBulletins.train(
            folder, network, "pointer={coverage: 0.5, coverage-from: 120}", "network.dropout=0.0");
    try (SummarizationModel loaded = SummarizationModel.load(model)) {
      Evaluation evaluation = loaded.evaluate("names");
      assertThat(evaluation.score("unseen").value()).isGreaterThan(80);
      assertThat(evaluation.score("rougeLsum").value()).isGreaterThan(80);
      assertThat(evaluation.outputs()).hasSize(20).noneMatch(line -> line.contains("\n"));
    }
    String log = Files.readString(model.resolve("log.jsonl"));
    assertThat(log).contains("\"rougeL\"", "\"copied\"", "\"novel\"", "\"repeated\"", "\"length\"");
  }

  @Test
  void trainingOnRougeGoesOnBitForBitAfterAStop() throws IOException {
    String[] settings = {
      "objective={risk: {metric: rougeL, samples: 3, after: 2}, unlikelihood: 0.5}",
      "batch.curriculum={epochs: 2, difficulty: rarity}",
      "training.until=[6 steps]"
    };
    Path whole = TinyBulletins.train(folder, settings);
    String expected = Checksum.sha256(new ModelFolder(whole).weights());
    Recipe recipe = Recipe.load(folder.resolve(Recipe.FILE), List.of(settings));
    ModelFolder cut = new ModelFolder(folder.resolve("cut"));
    assertThat(StopAt.train(Tasks.start(recipe, cut), 4).complete()).isFalse();
    assertThat(StopAt.train(Tasks.resume(recipe, cut, warning -> {}), 0).complete()).isTrue();
    assertThat(Checksum.sha256(cut.weights())).isEqualTo(expected);
  }

  @Test
  void longAndEmptyTextsAreSaidToBe() throws IOException {
    Path model = TinyBulletins.train(folder, "training.until=[3 steps]");
    try (SummarizationModel loaded = SummarizationModel.load(model)) {
      String text = TinyBulletins.text("red", "abc", "xyz");
      List<SummaryResult> results =
          loaded.summarize(
              List.of("", text + " " + "more ".repeat(100_000), "  \n ", text), loaded.decoding());
      assertThat(results).hasSize(4);
      assertThat(results.get(0).best().text()).isEmpty();
      assertThat(results.get(2).best().text()).isEmpty();
      assertThat(results.get(1).read()).isEqualTo(14);
      assertThat(results.get(1).length()).isEqualTo(100_009);
      assertThat(results.get(3).read()).isEqualTo(9);
      assertThat(results.get(3).length()).isEqualTo(9);
    }
  }

  @Test
  void aModelOfAnotherTaskIsRefused() throws IOException {
    Path other = TinyCorpus.train(folder, "training.until=[1 steps]");
    assertThatThrownBy(() -> SummarizationModel.load(other))
        .isInstanceOf(InputException.class)
        .hasMessage(other + ": is not a model for summarization");
  }

  @Test
  void trainingOnEmptyOrBrokenDataIsRefusedWithItsLine() throws IOException {
    Path recipe = TinyBulletins.write(folder);
    Path train = folder.resolve("train.jsonl");
    for (String bad :
        List.of(
            "{\"text\": \"\", \"summary\": \"a\"}",
            "{\"text\": \"a\", \"summary\": \" \"}",
            "{\"txt\": \"a\", \"summary\": \"b\"}",
            "no json")) {
      Files.writeString(train, "{\"text\": \"a\", \"summary\": \"b\"}\n" + bad + "\n");
      assertThatThrownBy(
              () ->
                  Tasks.start(
                      Recipe.load(recipe, List.of()),
                      new gloss.model.ModelFolder(folder.resolve("model"))))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith(train + ":2: ");
    }
  }
}
