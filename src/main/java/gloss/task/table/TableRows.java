package gloss.task.table;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Rows as numbers: what the network sees of each, and what it is to say. */
final class TableRows {
  private static final int NAMED = 10;

  private final int width;
  private final List<float[]> features = new ArrayList<>();
  private final List<Double> targets = new ArrayList<>();
  private final List<String> places = new ArrayList<>();

  /** Without rows yet. */
  TableRows(int width) {
    this.width = width;
  }

  /**
   * Adds a row.
   *
   * @param place file and line
   */
  void add(float[] row, double target, String place) {
    features.add(row);
    targets.add(target);
    places.add(place);
  }

  int count() {
    return features.size();
  }

  /** The number of a row's class, or its number in its own unit. */
  double target(int row) {
    return targets.get(row);
  }

  /** The class of each row. */
  int[] labels() {
    return targets.stream().mapToInt(Double::intValue).toArray();
  }

  String place(int row) {
    return places.get(row);
  }

  /** How many rows each class has. */
  long[] counts(int classes) {
    long[] counts = new long[classes];
    targets.forEach(target -> counts[target.intValue()]++);
    return counts;
  }

  /** The features of some rows, (rows, width). */
  NDArray features(NDManager manager, int[] rows) {
    float[] values = new float[rows.length * width];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(features.get(rows[i]), 0, values, i * width, width);
    }
    return manager.create(values, new Shape(rows.length, width));
  }

  /** What is to be said of some rows: classes (rows), int64, or numbers (rows, 1). */
  NDArray targets(NDManager manager, int[] rows, TargetColumn column) {
    if (column.ofClasses()) {
      return manager.create(Arrays.stream(rows).mapToLong(row -> (long) target(row)).toArray());
    }
    float[] values = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      values[i] = (float) ((target(rows[i]) - column.mean()) / column.deviation());
    }
    return manager.create(values, new Shape(rows.length, 1));
  }

  /** Where some rows come from, in words. */
  String describe(int[] rows) {
    String named =
        Arrays.stream(rows).limit(NAMED).mapToObj(places::get).collect(Collectors.joining(", "));
    return "rows at " + named + (rows.length > NAMED ? ", …" : "");
  }
}
