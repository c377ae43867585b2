package gloss.task;

import gloss.model.ModelFolder;
import gloss.model.Training;
import gloss.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Texts of five sentences, of which the two that report something make the summary. */
public final class TinyExtracts {
  private static final List<String> WORDS =
      List.of("house", "river", "bridge", "tower", "street", "garden", "market", "station");

  private TinyExtracts() {}

  /** Writes data and a recipe into a folder. */
  public static Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    records(folder, "train", 300);
    records(folder, "valid", 20);
    records(folder, "test", 30);
    return Files.writeString(
        folder.resolve(Recipe.FILE),
        """
        task: extractive-summarization
        data:
          train: {records: train.jsonl}
          valid: {records: valid.jsonl}
          test: {reports: {records: test.jsonl}}
        network: {size: 16, heads: 2, feed-forward: 16, layers: 1, dropout: 0.1}
        batch: {size: 10, sentences: 6, words: 12}
        training:
          optimizer: {rate: 0.01}
          schedule: {warmup: 10}
          until: [120 steps]
          validate: {every: 60 steps, metric: rougeLsum}
        extract: {words: 10}
        """);
  }

  private static void records(Path folder, String split, int count) throws IOException {
    Random random = new Random(split.hashCode());
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> told = List.of(sentence(random, "we found"), sentence(random, "they report"));
      List<String> all = new ArrayList<>(told);
      for (int k = 0; k < 3; k++) {
        all.add(sentence(random, k == 1 ? "it is known of" : "others wrote of"));
      }
      Collections.shuffle(all, random);
      lines.add(
          "{\"text\": \"%s\", \"summary\": \"%s\"}"
              .formatted(String.join("\\n", all), String.join("\\n", told)));
    }
    Files.write(folder.resolve(split + ".jsonl"), lines);
  }

  private static String sentence(Random random, String beginning) {
    return "%s the %s %d."
        .formatted(beginning, WORDS.get(random.nextInt(WORDS.size())), random.nextInt(1000));
  }

  /** A trained model in {@code folder/model}. */
  public static Path train(Path folder, String... settings) throws IOException {
    Path recipe = write(folder);
    ModelFolder model = new ModelFolder(folder.resolve("model"));
    try (Training training = Tasks.start(Recipe.load(recipe, List.of(settings)), model)) {
      training.run(List.of(), () -> false);
    }
    return model.path();
  }
}
