package gloss.task.table;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import gloss.batch.ExampleBatches;
import gloss.corpus.table.TableForm;
import gloss.corpus.table.TableReader;
import gloss.corpus.table.TableRow;
import gloss.explain.Content;
import gloss.explain.Explainable;
import gloss.explain.Explanation;
import gloss.model.ClassEvaluation;
import gloss.model.Evaluation;
import gloss.model.Model;
import gloss.model.ModelFolder;
import gloss.model.Softmax;
import gloss.nn.NoGradients;
import gloss.nn.Parameters;
import gloss.nn.Pass;
import gloss.nn.Perceptron;
import gloss.recipe.RegressionRecipe;
import gloss.recipe.TableRecipe;
import gloss.text.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A network with the columns that it knows. */
public final class TableModel implements Model, Explainable {
  private static final int AT_ONCE = 1024;

  private final TableRecipe recipe;
  private final TableInput input;
  private final NDManager manager;
  private final Perceptron network;

  /** A model with fresh weights, drawn from the recipe's seed. */
  TableModel(TableRecipe recipe, TableInput input) {
    this.recipe = recipe;
    this.input = input;
    network = TableNetworks.of(recipe.network(), input);
    manager = Parameters.drawn(recipe.training().seed(), network::initialize);
  }

  /**
   * Loads a trained model.
   *
   * @throws InputException if the folder is no such model, incomplete or damaged
   */
  public static TableModel load(Path path) throws IOException {
    ModelFolder folder = new ModelFolder(path);
    if (folder.describedRecipe() instanceof TableRecipe recipe) {
      return folder.restore(new TableModel(recipe, TableInput.read(path)));
    }
    throw InputException.in(path, "is not a model for tables");
  }

  @Override
  public TableRecipe recipe() {
    return recipe;
  }

  TableInput input() {
    return input;
  }

  /** The names of the classes; none where numbers are predicted. */
  public List<String> classes() {
    return input.target().classes();
  }

  /** The column that is predicted. */
  public String target() {
    return input.target().name();
  }

  @Override
  public Perceptron network() {
    return network;
  }

  @Override
  public NDManager manager() {
    return manager;
  }

  @Override
  public List<String> files() {
    return List.of(TableInput.FILE);
  }

  @Override
  public void write(Path folder) throws IOException {
    input.write(folder);
  }

  @Override
  public Collection<String> splits() throws IOException {
    return recipe.data().splits();
  }

  @Override
  public Evaluation evaluate(String split) throws IOException {
    TableRows rows = rows(new TableSplits(recipe), split);
    List<double[]> outputs = new ArrayList<>();
    new ExampleBatches(rows.count(), AT_ONCE, 0)
        .inOrder()
        .forEachRemaining(batch -> outputs.addAll(outputs(rows, batch)));
    return evaluation(split, rows, outputs);
  }

  @Override
  public Explanation explain(String split) throws IOException {
    Evaluation evaluation = evaluate(split);
    List<Content.Row> cells = new ArrayList<>();
    new TableSplits(recipe)
        .each(split, (columns, row) -> cells.add(new Content.Row(columns, row.cells())));
    return evaluation instanceof ClassEvaluation classes
        ? classes.explanation(recipe.name(), cells::get)
        : ((RegressionEvaluation) evaluation).explanation(recipe.name(), target(), cells);
  }

  /** What the outputs for a split are worth. */
  Evaluation evaluation(String split, TableRows rows, List<double[]> outputs) {
    return input.target().ofClasses()
        ? new ClassEvaluation(split, classes(), rows.labels(), rows::place, outputs, List.of())
        : new RegressionEvaluation(split, rows, outputs);
  }

  /** The rows of a split as numbers. */
  TableRows rows(TableSplits splits, String split) throws IOException {
    TableRows rows = new TableRows(input.width());
    Encoders encoders = new Encoders(splits.form());
    splits.each(
        split,
        (columns, row) -> {
          TableEncoder encoder = encoders.of(columns, row.source());
          rows.add(encoder.features(row), encoder.target(row), place(row));
        });
    return rows;
  }

  private static String place(TableRow row) {
    return Path.of(row.source()).getFileName() + ":" + row.line();
  }

  /** The encoder of the table that is read: one, as long as it is the same. */
  private final class Encoders {
    private final TableForm form;
    private List<String> columns = List.of();
    private TableEncoder[] encoder = {};

    Encoders(TableForm form) {
      this.form = form;
    }

    TableEncoder of(List<String> its, String source) {
      if (encoder.length == 0 || columns != its) {
        columns = its;
        encoder = new TableEncoder[] {new TableEncoder(input, form, its, source)};
      }
      return encoder[0];
    }
  }

  /** Scores before the softmax (rows, classes), or numbers as the network sees them (rows, 1). */
  NDArray scores(Pass pass, NDManager owner, TableRows rows, int[] batch) {
    return network.apply(pass, rows.features(owner, batch));
  }

  /** The probabilities of the classes, or one number in its own unit, for each row of a batch. */
  List<double[]> outputs(TableRows rows, int[] batch) {
    try (NoGradients inference = new NoGradients();
        NDManager owner = manager.newSubManager()) {
      Pass pass = new Pass(new ParameterStore(owner, false), false);
      return outputs(scores(pass, owner, rows, batch));
    }
  }

  /** The same from the network's scores. */
  List<double[]> outputs(NDArray scores) {
    if (input.target().ofClasses()) {
      return Softmax.rows(scores);
    }
    boolean logarithm = recipe instanceof RegressionRecipe r && r.predictsLogarithm();
    List<double[]> numbers = new ArrayList<>();
    for (float score : scores.toFloatArray()) {
      double number = score * input.target().deviation() + input.target().mean();
      numbers.add(new double[] {logarithm ? Math.exp(number) : number});
    }
    return numbers;
  }

  /**
   * Predicts for every row of a table, some rows at a time.
   *
   * @param source name of the table in messages
   * @throws InputException if the table has not the columns that the model knows, or cannot be read
   */
  public void predict(InputStream table, String source, Consumer<TablePrediction> results)
      throws IOException {
    TableForm form = input.form().withHeader(input.header());
    try (TableReader reader = TableReader.of(table, source, form)) {
      List<TableRow> rows = new ArrayList<>();
      for (TableRow row = reader.next(); row != null; row = reader.next()) {
        rows.add(row);
        if (rows.size() == AT_ONCE) {
          predict(reader.columns(), rows).forEach(results);
          rows.clear();
        }
      }
      predict(reader.columns(), rows).forEach(results);
    }
  }

  /** The columns that it looks at. */
  public List<String> columns() {
    return input.features().stream().map(FeatureColumn::name).toList();
  }

  /**
   * What the network sees of a row.
   *
   * @param cells by the names of their columns; an empty one has no value
   * @param source name of the table in messages
   * @param number of the row in messages
   * @throws InputException if a column is missing, or a cell is damaged
   */
  public float[] features(Map<String, String> cells, String source, long number) {
    TableRow row = new TableRow(source, number, List.copyOf(cells.values()));
    List<String> columns = List.copyOf(cells.keySet());
    return new TableEncoder(input, input.form(), columns, source).features(row);
  }

  /** The probabilities of the classes, or one number in its own unit, for each row. */
  public List<double[]> outputs(List<float[]> features) {
    TableRows rows = new TableRows(input.width());
    features.forEach(row -> rows.add(row, 0, ""));
    return outputs(rows, IntStream.range(0, features.size()).toArray());
  }

  /** Predicts for some rows with certain columns; an empty list gives an empty one. */
  public List<TablePrediction> predict(List<String> columns, List<TableRow> rows)
      throws IOException {
    if (rows.isEmpty()) {
      return List.of();
    }
    TableEncoder encoder = new TableEncoder(input, input.form(), columns, rows.get(0).source());
    List<double[]> outputs = outputs(rows.stream().map(encoder::features).toList());
    return IntStream.range(0, rows.size())
        .mapToObj(i -> new TablePrediction(columns, rows.get(i), classes(), outputs.get(i)))
        .toList();
  }
}
