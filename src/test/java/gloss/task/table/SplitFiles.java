package gloss.task.table;

import gloss.corpus.table.TableReader;
import gloss.recipe.Recipe;
import gloss.recipe.TableRecipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the splits of a recipe's data as files of their own, for comparisons with other programs:
 * {@code SplitFiles RECIPE FOLDER}; see {@code bench/tables.py}.
 */
public final class SplitFiles {
  private SplitFiles() {}

  /** Writes them. */
  public static void main(String[] args) throws IOException {
    TableRecipe recipe = (TableRecipe) Recipe.load(Path.of(args[0]), List.of());
    TableSplits splits = new TableSplits(recipe);
    Path folder = Files.createDirectories(Path.of(args[1]));
    for (String split : recipe.data().splits()) {
      List<String> lines = new ArrayList<>();
      try (TableReader reader = splits.openTraining()) {
        lines.add(String.join("\t", reader.columns()));
      }
      splits.each(split, (columns, row) -> lines.add(String.join("\t", row.cells())));
      Files.write(folder.resolve(split + ".tsv"), lines);
    }
  }
}
