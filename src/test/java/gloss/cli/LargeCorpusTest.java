package gloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gloss.recipe.Recipe;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training on more text than the heap holds, in a JVM of its own. */
class LargeCorpusTest {
  private static final int PAIRS = 500_000;
  private static final String HEAP = "-Xmx64m";
  private static final List<String> WORDS =
      List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

  @TempDir private Path folder;

  private void text(String name, int lines) throws IOException {
    SplittableRandom random = new SplittableRandom(lines);
    try (BufferedWriter writer = Files.newBufferedWriter(folder.resolve(name))) {
      for (int i = 0; i < lines; i++) {
        StringBuilder line = new StringBuilder(WORDS.get(random.nextInt(10)));
        for (int words = 3 + random.nextInt(10); words > 0; words--) {
          line.append(' ').append(WORDS.get(random.nextInt(10)));
        }
        writer.write(line.append(".\n").toString());
      }
    }
  }

  private Path recipe() throws IOException {
    return Files.writeString(
        folder.resolve(Recipe.FILE),
        """
        task: translation
        data:
          source: en
          target: xx
          train: {source: large, target: large}
          valid: {source: small, target: small}
        subwords: {merges: 40, dropout: 0.1}
        network: {size: 8, heads: 1, feed-forward: 8, encoder-layers: 1, decoder-layers: 1}
        batch: {tokens: 512, buffer: 1}
        training:
          until: [3 steps]
          validate: {every: 3 steps, metric: loss}
        decoding: {length: {max-extra: 1, max-ratio: 1}}
        """);
  }

  @Test
  void moreTextThanHeapIsTrainedOn() throws IOException {
    text("large", PAIRS);
    text("small", 5);
    // A string takes 40 bytes or more beside its letters, and then there are the ids.
    assertThat(2 * (Files.size(folder.resolve("large")) + 40L * PAIRS)).isGreaterThan(64 << 20);
    Processes.Result result =
        Processes.gloss("train", recipe().toString(), "--out", folder.resolve("model").toString())
            .jvm(HEAP, "-XX:+UseSerialGC")
            .run();
    assertThat(result.err()).contains("training on " + PAIRS + " pairs", "trained for 3 steps");
    assertThat(result.exit()).isZero();
    assertThat(folder.resolve("model/weights.safetensors")).exists();
    assertThat(folder.resolve("model/training.pairs")).doesNotExist();
  }
}
