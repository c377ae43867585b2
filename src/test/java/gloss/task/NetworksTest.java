package gloss.task;

import static gloss.model.StopAt.train;
import static org.assertj.core.api.Assertions.assertThat;

import gloss.model.ModelFolder;
import gloss.recipe.TranslationRecipe;
import gloss.train.Safetensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of network from recipe to translation. */
class NetworksTest {
  private static final List<String> LINES =
      List.of("one.", "two three four.", "ten nine", "", "six six six six six six six.", "five.");

  @TempDir private Path folder;

  private static Map<String, Safetensors.Entry> last(ModelFolder model) throws IOException {
    return Safetensors.read(model.checkpoints().resolve("step-000000006.safetensors")).entries();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{size: 16, heads: 2, encoder-layers: 12, decoder-layers: 1, feed-forward: 16}",
        "{type: recurrent, size: 16, cell: lstm, attention: dot, input-feeding: true}",
        "{type: recurrent, size: 16, cell: lstm, attention: additive, input-feeding: false}",
        "{type: recurrent, size: 16, cell: gru, attention: general, input-feeding: true}",
        "{type: recurrent, size: 16, cell: gru, bidirectional: false, input-feeding: false}"
      })
  void trainsResumesExactlyAndTranslatesInAnyOrder(String network) throws IOException {
    TinyCorpus.write(folder);
    TranslationRecipe recipe =
        TinyCorpus.recipe(folder, "network=" + network, "training.until=[6 steps]");
    ModelFolder whole = new ModelFolder(folder.resolve("whole"));
    ModelFolder model = new ModelFolder(folder.resolve("model"));
    train(Tasks.start(recipe, whole), 0);
    train(Tasks.start(recipe, model), 3);
    train(Tasks.resume(recipe, model, warning -> {}), 0);
    Map<String, Safetensors.Entry> expected = last(whole);
    last(model)
        .forEach(
            (name, entry) ->
                assertThat(entry.values()).as(name).isEqualTo(expected.get(name).values()));
    translatesInAnyOrder(model.path());
  }

  @Test
  void aRecurrentNetworkTrainsWithProductsInBf16() throws IOException {
    TinyCorpus.write(folder);
    TranslationRecipe recipe =
        TinyCorpus.recipe(
            folder,
            "network={type: recurrent, size: 16}",
            "training.precision=bf16",
            "training.until=[6 steps]");
    ModelFolder model = new ModelFolder(folder.resolve("model"));
    train(Tasks.start(recipe, model), 0);
    for (Safetensors.Entry entry : last(model).values()) {
      assertThat(entry.values()).doesNotContain(Float.NaN);
    }
  }

  private static void translatesInAnyOrder(Path folder) throws IOException {
    try (TranslationModel model = TranslationModel.load(folder)) {
      List<String> together = model.translate(LINES);
      List<String> alone = new ArrayList<>();
      LINES.forEach(line -> alone.addAll(model.translate(List.of(line))));
      assertThat(together).isEqualTo(alone);
      List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
      Collections.shuffle(order, new Random(3));
      assertThat(model.translate(order.stream().map(LINES::get).toList()))
          .isEqualTo(order.stream().map(alone::get).toList());
    }
  }
}
