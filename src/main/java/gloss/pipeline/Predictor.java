package gloss.pipeline;

import gloss.corpus.table.TableRow;
import gloss.task.table.TableModel;
import gloss.task.table.TablePrediction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Predicts a column of a table with a trained model: a class or a number.
 *
 * <pre>
 * try (Predictor predictor = Predictor.load(Path.of("models/flats"))) {
 *   double rent = predictor.predict(Map.of("area", "63.5", "rooms", "3", …)).number();
 * }
 * </pre>
 *
 * <p>It may be used by several threads at once.
 */
public final class Predictor implements AutoCloseable {
  private final TableModel model;

  private Predictor(TableModel model) {
    this.model = model;
  }

  /**
   * Loads a model.
   *
   * @throws gloss.text.InputException if the folder is no model for tables, incomplete or damaged
   */
  public static Predictor load(Path folder) throws IOException {
    return new Predictor(TableModel.load(folder));
  }

  /** The names of the classes; none where numbers are predicted. */
  public List<String> classes() {
    return model.classes();
  }

  /** The column that is predicted. */
  public String target() {
    return model.target();
  }

  /**
   * Predicts for a row.
   *
   * @param cells by the names of their columns; an empty one has no value
   */
  public TablePrediction predict(Map<String, String> cells) throws IOException {
    List<String> columns = List.copyOf(cells.keySet());
    TableRow row = new TableRow("row", 1, columns.stream().map(cells::get).toList());
    return model.predict(columns, List.of(row)).get(0);
  }

  /**
   * Predicts for each row of a table, which is closed in the end.
   *
   * @param name of the table in messages
   * @throws gloss.text.InputException if the table has not the columns of the model, or is damaged
   */
  public void predict(InputStream table, String name, Consumer<TablePrediction> results)
      throws IOException {
    model.predict(table, name, results);
  }

  @Override
  public void close() {
    model.close();
  }
}
