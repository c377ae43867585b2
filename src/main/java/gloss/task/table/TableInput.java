package gloss.task.table;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import gloss.corpus.table.ColumnStatistics;
import gloss.corpus.table.TableForm;
import gloss.corpus.table.TableReader;
import gloss.recipe.HoldOutRecipe;
import gloss.recipe.RegressionRecipe;
import gloss.recipe.TableDataRecipe;
import gloss.recipe.TableRecipe;
import gloss.text.AtomicFile;
import gloss.text.InputException;
import gloss.text.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a model knows of tables beside its weights, learned from the rows that it is trained on; the
 * file {@value #FILE}.
 *
 * @param header whether the names of the columns stand in the table
 * @param columns all of the training table, in order
 * @param features those that are looked at
 * @param target the one that is predicted
 * @param form how the table was read, and others like it are
 */
record TableInput(
    boolean header,
    List<String> columns,
    List<FeatureColumn> features,
    TargetColumn target,
    TableForm form) {
  static final String FILE = "columns.json";
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  TableInput {
    columns = List.copyOf(columns);
    features = List.copyOf(features);
    Objects.requireNonNull(form);
  }

  /** Learns from the rows to train on. */
  static TableInput learn(TableRecipe recipe, TableSplits splits) throws IOException {
    TableDataRecipe data = recipe.data();
    List<String> columns;
    boolean header;
    try (TableReader reader = splits.openTraining()) {
      columns = reader.columns();
      header = reader.header();
    }
    String name = data.targetColumn();
    checkColumns(columns, data, name);
    List<ColumnStatistics> statistics = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      statistics.add(new ColumnStatistics(columns.get(i), i, splits.form()));
    }
    int place = columns.indexOf(name);
    String[] source = {""};
    splits.each(
        HoldOutRecipe.TRAIN,
        (own, row) -> {
          if (!own.equals(columns)) {
            throw row.mistake("this table has other columns than the first one to train on");
          }
          source[0] = row.source();
          TargetColumn.check(row, row.cells().get(place), name, splits.form(), recipe.ofClasses());
          statistics.forEach(column -> column.add(row));
        });
    TargetColumn target =
        recipe.ofClasses()
            ? TargetColumn.ofClasses(statistics.get(place), source[0])
            : TargetColumn.ofNumbers(
                statistics.get(place),
                source[0],
                recipe instanceof RegressionRecipe r && r.predictsLogarithm());
    List<FeatureColumn> features =
        statistics.stream()
            .filter(column -> !column.name().equals(name))
            .filter(column -> !data.ignore().contains(column.name()))
            .map(
                column ->
                    FeatureColumn.of(
                        column, data.text().contains(column.name()), data.mostValues()))
            .filter(column -> column.width() > 0)
            .toList();
    if (features.isEmpty()) {
      throw new InputException(source[0] + ": has no column to learn from");
    }
    return new TableInput(header, columns, features, target, splits.form());
  }

  private static void checkColumns(List<String> columns, TableDataRecipe data, String target) {
    check(columns, "data.target", target);
    data.ignore().forEach(name -> check(columns, "data.ignore", name));
    data.text().forEach(name -> check(columns, "data.text", name));
  }

  private static void check(List<String> columns, String key, String name) {
    if (!columns.contains(name)) {
      throw new InputException(
          key + ": the table has no column '" + name + "'" + Nearest.hint(name, columns));
    }
  }

  /** How many numbers a row becomes. */
  int width() {
    return features.stream().mapToInt(FeatureColumn::width).sum();
  }

  /** How many numbers the network gives for a row. */
  int outputs() {
    return target.ofClasses() ? target.classes().size() : 1;
  }

  /** Reads the file of a model's folder; one that cannot be is an InputException. */
  static TableInput read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    try {
      TableInput input = GSON.fromJson(Files.readString(file), TableInput.class);
      if (input != null && input.width() > 0 && input.outputs() > 0) {
        return input;
      }
    } catch (NoSuchFileException e) {
      throw new InputException(folder + ": the model is incomplete: " + FILE + " is missing", e);
    } catch (RuntimeException e) {
      // A record that refuses what it is given comes wrapped in one.
      throw new InputException(file + ": is damaged", e);
    }
    throw InputException.in(file, "is damaged");
  }

  void write(Path folder) throws IOException {
    AtomicFile.writeString(folder.resolve(FILE), GSON.toJson(this) + "\n");
  }
}
