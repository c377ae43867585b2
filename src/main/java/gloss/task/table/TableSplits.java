package gloss.task.table;

import gloss.batch.Partition;
import gloss.corpus.Checksum;
import gloss.corpus.table.TableForm;
import gloss.corpus.table.TableReader;
import gloss.corpus.table.TableRow;
import gloss.recipe.HoldOutRecipe;
import gloss.recipe.TableDataRecipe;
import gloss.recipe.TableRecipe;
import gloss.text.InputException;
import gloss.text.Nearest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The rows of each split of a recipe's data, read anew each time they are asked for. */
final class TableSplits {
  private final TableDataRecipe recipe;
  private final boolean ofClasses;
  private final TableForm form;
  private final String target;
  private final Map<String, List<Path>> files;
  private String @Nullable [] partition;

  TableSplits(TableRecipe recipe) throws IOException {
    this.recipe = recipe.data();
    ofClasses = recipe.ofClasses();
    form = this.recipe.tableForm();
    target = this.recipe.targetColumn();
    files = this.recipe.files();
  }

  /** Takes in rows. */
  @FunctionalInterface
  interface Visitor {
    /** Takes in a row of a file with these columns. */
    void visit(List<String> columns, TableRow row);
  }

  TableForm form() {
    return form;
  }

  /** SHA-256 of the files of training and validation. */
  Map<String, String> checksums() throws IOException {
    Map<String, String> checksums = new LinkedHashMap<>();
    for (String split : List.of(HoldOutRecipe.TRAIN, HoldOutRecipe.VALID)) {
      for (Path file : files.getOrDefault(split, List.of())) {
        checksums.merge(
            split + " " + file.getFileName(), Checksum.sha256(file), (a, b) -> a + " " + b);
      }
    }
    return checksums;
  }

  /** The columns of the training table, and whether their names stand in it. */
  TableReader openTraining() throws IOException {
    recipe.verify(HoldOutRecipe.TRAIN);
    return TableReader.open(files.getOrDefault(HoldOutRecipe.TRAIN, List.of()).get(0), form);
  }

  /** Goes through the rows of a split; a split without rows is an {@link InputException}. */
  void each(String split, Visitor visitor) throws IOException {
    recipe.verify(split);
    long[] count = {0};
    List<Path> own = files.get(split);
    if (own != null && !split.equals(HoldOutRecipe.TRAIN)) {
      eachOf(own, (columns, row) -> visitCounted(visitor, columns, row, count));
    } else {
      String[] splits = partition();
      int[] number = {0};
      eachOf(
          training(),
          (columns, row) -> {
            if (splits[number[0]++].equals(split)) {
              visitCounted(visitor, columns, row, count);
            }
          });
    }
    if (count[0] == 0) {
      Path table = own == null ? training().get(0) : own.get(0);
      throw InputException.in(
          table,
          own == null
              ? "is too small: no row of it is left for the split '" + split + "'"
              : "has no rows");
    }
  }

  private static void visitCounted(
      Visitor visitor, List<String> columns, TableRow row, long[] count) {
    count[0]++;
    visitor.visit(columns, row);
  }

  private List<Path> training() {
    return files.getOrDefault(HoldOutRecipe.TRAIN, List.of());
  }

  private void eachOf(List<Path> paths, Visitor visitor) throws IOException {
    for (Path path : paths) {
      try (TableReader reader = TableReader.open(path, form)) {
        for (TableRow row = reader.next(); row != null; row = reader.next()) {
          visitor.visit(reader.columns(), row);
        }
      }
    }
  }

  /** The split of each row of the training table. */
  private String[] partition() throws IOException {
    String[] known = partition;
    if (known != null) {
      return known;
    }
    Map<String, Integer> numbers = new HashMap<>();
    IntStream.Builder classes = IntStream.builder();
    eachOf(
        training(),
        (columns, row) -> {
          String label = ofClasses ? label(columns, row) : "";
          classes.add(numbers.computeIfAbsent(label, l -> numbers.size()));
        });
    String[] made =
        Partition.of(
            classes.build().toArray(),
            recipe.holdOut(),
            !files.containsKey(HoldOutRecipe.VALID),
            !files.containsKey(HoldOutRecipe.TEST));
    partition = made;
    return made;
  }

  private String label(List<String> columns, TableRow row) {
    int index = columns.indexOf(target);
    if (index < 0) {
      throw new InputException(
          row.source() + ": has no column '" + target + "'" + Nearest.hint(target, columns));
    }
    return row.cells().get(index);
  }
}
