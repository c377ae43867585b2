package gloss.explain;

import java.util.List;

/** What an example looks like to a person. */
public sealed interface Content {
  /**
   * A picture.
   *
   * @param channels 1 for grey, 3 for red, green and blue
   * @param pixels height · width · channels bytes: row by row, the channels of a pixel side by
   *     side; not copied
   */
  @SuppressWarnings("ArrayRecordComponent") // Most of the memory; none is compared.
  record Picture(int height, int width, int channels, byte[] pixels) implements Content {}

  /** A row of a table; its cells in the order of the columns. */
  record Row(List<String> columns, List<String> cells) implements Content {
    /** Copies the cells. */
    public Row {
      cells = List.copyOf(cells);
    }
  }
}
