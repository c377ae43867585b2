package gloss.task;

import gloss.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder with text that a test makes up, and the recipe of a tiny network to learn it. */
record WordCorpus(Path folder) {
  /** Writes a split: {@code train}, {@code valid} and {@code test} are needed. */
  void write(String split, List<String> sources, List<String> targets) throws IOException {
    Files.write(folder.resolve(split + ".en"), sources);
    Files.write(folder.resolve(split + ".fr"), targets);
  }

  /** Writes the recipe: 100 steps without dropout and without smoothing. */
  void writeRecipe() throws IOException {
    Files.writeString(
        folder.resolve(Recipe.FILE),
        """
        task: translation
        data:
          source: en
          target: fr
          train: {source: train.en, target: train.fr}
          valid: {source: valid.en, target: valid.fr}
          test: {test: {source: test.en, target: test.fr}}
        subwords: {merges: 200}
        network:
          {size: 32, heads: 2, feed-forward: 32, encoder-layers: 1, decoder-layers: 1, dropout: 0}
        loss: {label-smoothing: 0}
        batch: {tokens: 1000, max-length: 20}
        training:
          optimizer: {rate: 0.01}
          schedule: {type: linear, warmup: 10 steps}
          until: [100 steps]
          validate: {every: 1000 steps}
        """);
  }
}
