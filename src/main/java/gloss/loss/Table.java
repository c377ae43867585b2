package gloss.loss;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Numbers in a resource beside this class, separated by commas. */
final class Table {
  private Table() {}

  /** The columns of a table. */
  static double[][] read(String resource) {
    try (InputStream in = Table.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      List<double[]> lines =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))
              .lines()
              .map(Table::numbers)
              .toList();
      double[][] columns = new double[lines.get(0).length][lines.size()];
      for (int line = 0; line < lines.size(); line++) {
        for (int column = 0; column < columns.length; column++) {
          columns[column][line] = lines.get(line)[column];
        }
      }
      return columns;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double[] numbers(String line) {
    return Arrays.stream(line.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
  }
}
