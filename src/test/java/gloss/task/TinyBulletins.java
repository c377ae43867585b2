package gloss.task;

import gloss.model.ModelFolder;
import gloss.model.Training;
import gloss.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts of which a name is to be copied; every name occurs once. */
public final class TinyBulletins {
  private static final List<String> COLOURS = List.of("red", "blue", "green", "old", "new");

  private TinyBulletins() {}

  /** Writes data and a recipe into a folder. */
  public static Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    records(folder, "train", 600);
    records(folder, "valid", 20);
    records(folder, "test", 20);
    return Files.writeString(
        folder.resolve(Recipe.FILE),
        """
        task: summarization
        data:
          train: {records: train.jsonl}
          valid: {records: valid.jsonl}
          test: {names: {records: test.jsonl}}
        vocabulary: {size: 30, least: 5}
        network:
          size: 32
          heads: 2
          feed-forward: 32
          encoder-layers: 1
          decoder-layers: 1
          dropout: 0.0
        batch: {tokens: 512, text: 14, summary: 10}
        training:
          optimizer: {rate: 0.01}
          schedule: {warmup: 20}
          until: [200 steps]
          validate: {every: 100 steps, metric: rougeL}
        decoding: {search: {beam: 2}}
        """);
  }

  /** Three of four names are said, one is what is asked for. */
  private static void records(Path folder, String split, int count) throws IOException {
    Random random = new Random(split.hashCode());
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String text = text(COLOURS.get(random.nextInt(COLOURS.size())), name(random), name(random));
      lines.add("{\"text\": \"%s\", \"summary\": \"%s\"}".formatted(text, summary(text)));
    }
    Files.write(folder.resolve(split + ".jsonl"), lines);
  }

  /** A text about two names. */
  static String text(String colour, String first, String second) {
    return "the %s house of %s is near %s .".formatted(colour, first, second);
  }

  /** What is to be written about a text. */
  static String summary(String text) {
    String[] words = text.split(" ");
    return words[1] + ": " + words[4] + "\\nnear " + words[7];
  }

  private static String name(Random random) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      name.append((char) ('a' + random.nextInt(26)));
    }
    return name.toString();
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
