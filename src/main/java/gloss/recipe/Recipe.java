package gloss.recipe;

import gloss.text.AtomicFile;
import gloss.yaml.Keyed;
import gloss.yaml.Named;
import gloss.yaml.RecordReader;
import gloss.yaml.RecordWriter;
import gloss.yaml.Setting;
import gloss.yaml.YamlFile;
import gloss.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An experiment, read from a YAML file. Its key {@code task} says which record it is.
 *
 * <p>Paths in a recipe are relative to its folder, or else to the working folder; in the record
 * they are absolute. A mistake in the file is a {@link gloss.text.InputException} with its line.
 */
@Keyed("task")
public sealed interface Recipe
    permits TranslationRecipe,
        SummarizationRecipe,
        ExtractionRecipe,
        ImageClassificationRecipe,
        TableRecipe,
        TabularClassificationRecipe,
        RegressionRecipe,
        OwnRecipe {
  /** The name of the file in a model's folder. */
  String FILE = "recipe.yaml";

  /** Name of the model. */
  String name();

  /** Name of the task. */
  default String task() {
    return Objects.requireNonNull(getClass().getAnnotation(Named.class), "a task has a name")
        .value();
  }

  /** The trained model to begin with, or a file of weights in its folder. */
  Optional<Path> from();

  /** How any task is trained. */
  TrainingRecipe training();

  /** The same experiment, trained in another way. */
  Recipe with(TrainingRecipe training);

  /**
   * Reads a recipe.
   *
   * @param path its file, or the folder with its {@link #FILE}
   * @param settings values that replace those of the file, such as {@code training.seed=2}
   */
  static Recipe load(Path path, List<String> settings) throws IOException {
    Path file = Files.isDirectory(path) ? path.resolve(FILE) : path;
    return read(YamlFile.read(file), file, settings);
  }

  /** Reads a recipe from text; {@code file} stands for it in messages and in relative paths. */
  static Recipe parse(String yaml, Path file) {
    return read(YamlFile.parse(yaml, file.toString()), file, List.of());
  }

  private static Recipe read(YamlNode.Mapping root, Path file, List<String> settings) {
    YamlNode.Mapping tree = root;
    for (String setting : settings) {
      tree = Setting.parse(setting, "--set").applyTo(tree, Recipe.class);
    }
    if (tree.get("name") == null) {
      tree =
          tree.with("name", new YamlNode.Scalar(RecipePaths.nameOf(file), false, file.toString()));
    }
    return new RecordReader(RecipePaths.from(file)).read(Recipe.class, tree);
  }

  /** The recipe with every key and with absolute paths. */
  default String toYaml() {
    return RecordWriter.plain((Record) this, path -> path);
  }

  /** Writes the recipe with every key and with paths relative to the file's folder. */
  default void save(Path file) throws IOException {
    AtomicFile.writeString(file, RecordWriter.plain((Record) this, RecipePaths.to(file)));
  }

  /** The recipe with every key, each explained where it stands. */
  default String commented() {
    return RecordWriter.commented((Record) this, path -> path);
  }

  /** A recipe for a task, ready to be changed: every key with its default and its explanation. */
  static String example(String task) {
    YamlNode.Mapping smallest = YamlFile.parse(RecipeExamples.smallest(task), task);
    return new RecordReader(path -> path).read(Recipe.class, smallest).commented();
  }
}
