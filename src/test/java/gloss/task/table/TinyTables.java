package gloss.task.table;

import gloss.model.ModelFolder;
import gloss.model.Training;
import gloss.recipe.Recipe;
import gloss.task.Tasks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Lengths of texts, and whether they are long: more than twelve tokens, whatever their kind. */
public final class TinyTables {
  /** The classes, sorted. */
  public static final List<String> CLASSES = List.of("long", "short");

  private TinyTables() {}

  /** Writes {@code rows.csv} and a recipe. */
  public static Path write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Random random = new Random(3);
    List<String> lines = new ArrayList<>(List.of("tokens,kind,size"));
    for (int i = 0; i < 300; i++) {
      int tokens = 1 + random.nextInt(24);
      lines.add(
          "%d,%s,%s"
              .formatted(
                  tokens, random.nextBoolean() ? "news" : "mail", tokens > 12 ? "long" : "short"));
    }
    Files.write(folder.resolve("rows.csv"), lines);
    return Files.writeString(
        folder.resolve(Recipe.FILE),
        """
        task: tabular-classification
        name: sizes
        data: {train: rows.csv, target: size, hold-out: {valid: 0.1, test: 0.1}}
        network: {type: linear}
        training:
          optimizer: {rate: 0.05}
          schedule: {type: constant}
          until: [12 epochs]
          validate: {every: 4 epochs}
        """);
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
