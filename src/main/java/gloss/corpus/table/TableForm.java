package gloss.corpus.table;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import java.util.List;

/** How tables are to be read. */
public record TableForm(
    @Doc("what stands between cells") @Default("auto") Separator separator,
    @Doc("whether the first row has the names of the columns") @Default("auto") Header header,
    @Doc("what stands before the decimals of a number: '.' or ','") @Default("'.'") String decimal,
    @Doc("cells that mean that there is no value")
        @Default("['', NA, N/A, NaN, nan, 'null', 'NULL', '?']")
        List<String> missing) {
  /** The usual form. */
  public static final TableForm USUAL =
      new TableForm(
          Separator.AUTO,
          Header.AUTO,
          ".",
          List.of("", "NA", "N/A", "NaN", "nan", "null", "NULL", "?"));

  /** Fails for a decimal mark that is none. */
  public TableForm {
    missing = List.copyOf(missing);
    Check.oneOf("decimal", decimal, List.of(".", ","));
  }

  /** The same with the question of the header answered. */
  public TableForm withHeader(boolean present) {
    return new TableForm(separator, present ? Header.PRESENT : Header.ABSENT, decimal, missing);
  }

  /** Whether a cell means that there is no value. */
  public boolean isMissing(String cell) {
    return missing.contains(cell);
  }

  /** The number in a cell, or not a number. */
  public double number(String cell) {
    return Numbers.parse(decimal.equals(",") ? cell.replace(',', '.') : cell);
  }
}
