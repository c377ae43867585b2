package gloss.pipeline;

import gloss.task.table.TableModel;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A model for the rows of tables. */
record RowNetwork(TableModel model) implements ClassNetwork {
  private static final byte[] NO_PIXELS = {};

  static RowNetwork load(Path folder) throws IOException {
    return new RowNetwork(TableModel.load(folder));
  }

  @Override
  public Classifier.Kind kind() {
    return Classifier.Kind.ROWS;
  }

  @Override
  public List<String> classes() {
    return model.classes();
  }

  @Override
  public List<String> columns() {
    return model.columns();
  }

  @Override
  public Prepared prepare(ClassifierInput input, int number) {
    if (!(input instanceof ClassifierInput.Row row)) {
      throw new InputException("this model classifies rows of tables, and no pictures");
    }
    return new Prepared(model.features(row.cells(), "row", number), NO_PIXELS);
  }

  @Override
  public List<double[]> probabilities(List<Prepared> inputs) {
    return model.outputs(inputs.stream().map(Prepared::numbers).toList());
  }

  @Override
  public void close() {
    model.close();
  }
}
