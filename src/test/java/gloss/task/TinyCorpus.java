package gloss.task;

import gloss.model.ModelFolder;
import gloss.model.Training;
import gloss.recipe.Recipe;
import gloss.recipe.TranslationRecipe;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Numbers in English and French, and the recipe of a tiny network: trained in a second or two. */
public final class TinyCorpus {
  private static final List<String> ENGLISH =
      List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
  private static final List<String> FRENCH =
      List.of("un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix");
  private static final int LONGEST = 4;

  private TinyCorpus() {}

  /** Writes {@code recipe.yaml} and its text: train compressed, valid and test plain. */
  public static Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    pairs(folder, "train", 300, ".gz");
    pairs(folder, "valid", 12, "");
    pairs(folder, "test", 12, "");
    return Files.writeString(
        folder.resolve(Recipe.FILE),
        """
        task: translation
        data:
          source: en
          target: fr
          train: {source: train.en.gz, target: train.fr.gz}
          valid: {source: valid.en, target: valid.fr}
          test:
            numbers: {source: test.en, target: test.fr}
        subwords: {merges: 40, dropout: 0.1}
        network:
          size: 16
          heads: 2
          feed-forward: 16
          encoder-layers: 1
          decoder-layers: 1
          dropout: 0.1
        batch: {tokens: 512, max-length: 40}
        training:
          optimizer: {rate: 0.01}
          schedule: {warmup: 10}
          until: [20 steps]
          validate: {every: 10 steps}
        decoding: {search: {beam: 2}}
        """);
  }

  private static void pairs(Path folder, String split, int count, String suffix)
      throws IOException {
    Random random = new Random(split.hashCode());
    List<String> english = new ArrayList<>();
    List<String> french = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int[] digits = random.ints(1 + random.nextInt(LONGEST), 0, ENGLISH.size()).toArray();
      english.add(words(digits, ENGLISH));
      french.add(words(digits, FRENCH));
    }
    write(folder.resolve(split + ".en" + suffix), english);
    write(folder.resolve(split + ".fr" + suffix), french);
  }

  private static String words(int[] digits, List<String> words) {
    return String.join(" ", Arrays.stream(digits).mapToObj(words::get).toList()) + ".";
  }

  /** Writes lines, compressed where the name ends so. */
  public static void write(Path file, List<String> lines) throws IOException {
    byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    if (!file.toString().endsWith(".gz")) {
      Files.write(file, bytes);
      return;
    }
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(bytes);
    }
  }

  /** The recipe in the folder, with some values replaced. */
  static TranslationRecipe recipe(Path folder, String... settings) throws IOException {
    return (TranslationRecipe) Recipe.load(folder.resolve(Recipe.FILE), List.of(settings));
  }

  /** A trained model in {@code folder/model}. */
  public static Path train(Path folder, String... settings) throws IOException {
    write(folder);
    ModelFolder model = new ModelFolder(folder.resolve("model"));
    try (Training training = Tasks.start(recipe(folder, settings), model)) {
      training.run(List.of(), () -> false);
    }
    return model.path();
  }
}
