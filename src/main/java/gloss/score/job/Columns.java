package gloss.score.job;

import gloss.text.InputException;
import gloss.text.WhiteSpace;
import java.util.ArrayList;
import java.util.List;

/** Parts a line into the columns that it must have; white space at the end of each is dropped. */
public final class Columns {
  private Columns() {}

  /**
   * So many columns, parted by TAB; the only one may contain TABs.
   *
   * @param file what stands for the file in the message
   * @param number of the line, from 1
   * @throws InputException if there are fewer or more
   */
  public static List<String> of(String line, int columns, Object file, long number) {
    String stripped = WhiteSpace.stripTrailing(line);
    if (columns == 1) {
      return List.of(stripped);
    }
    List<String> fields = split(stripped, columns);
    if (fields.size() != columns) {
      throw new InputException(
          file
              + ":"
              + number
              + ": expected "
              + columns
              + " fields parted by TAB, but found "
              + fields.size());
    }
    return fields;
  }

  /** As many columns as there are, but no more than {@code most}; the last takes what is left. */
  static List<String> split(String line, int most) {
    List<String> fields = new ArrayList<>();
    int start = 0;
    int tab = line.indexOf('\t');
    while (tab >= 0 && fields.size() < most - 1) {
      fields.add(WhiteSpace.stripTrailing(line.substring(start, tab)));
      start = tab + 1;
      tab = line.indexOf('\t', start);
    }
    fields.add(line.substring(start));
    return fields;
  }
}
