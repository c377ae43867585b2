package gloss.corpus.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.text.InputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableReaderTest {
  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The columns, and then the cells of each row. */
  private static List<List<String>> read(String text) {
    return read(text, TableForm.USUAL);
  }

  private static List<List<String>> read(String text, TableForm form) {
    try (TableReader reader = TableReader.of(stream(text), "t.csv", form)) {
      List<List<String>> all = new ArrayList<>(List.of(reader.columns()));
      for (TableRow row = reader.next(); row != null; row = reader.next()) {
        all.add(row.cells());
      }
      return all;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void findsTheSeparator(String separator) {
    assertThat(
            read(
                String.join(separator, "a", "b")
                    + "\n"
                    + String.join(separator, "1", "2,5")
                        .replace("2,5", separator.equals(",") ? "2.5" : "2,5")))
        .startsWith(List.of("a", "b"))
        .element(1)
        .isEqualTo(List.of("1", separator.equals(",") ? "2.5" : "2,5"));
  }

  @Test
  void aHeaderIsNamesThatAreAllDifferentAndNoNumbers() {
    assertThat(read("a,b\n1,2\n")).containsExactly(List.of("a", "b"), List.of("1", "2"));
    assertThat(read("1,2\n3,4\n"))
        .containsExactly(List.of("1", "2"), List.of("1", "2"), List.of("3", "4"));
    assertThat(read("x,x\ny,y\n")).startsWith(List.of("1", "2"), List.of("x", "x"));
    assertThat(read("a,b\n", TableForm.USUAL.withHeader(false)))
        .containsExactly(List.of("1", "2"), List.of("a", "b"));
  }

  @Test
  void quotesLineEndsEmptyLinesAndByteOrderMark() {
    assertThat(read("\ufeff\"a\";b\r\n\r\n\"1;\"\"2\"\"\n3\"; x \r\n"))
        .containsExactly(List.of("a", "b"), List.of("1;\"2\"\n3", "x"));
    assertThat(read("only\n1\n2")).containsExactly(List.of("only"), List.of("1"), List.of("2"));
  }

  @Test
  void aCompressedTableIsATable() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
    }
    try (TableReader reader =
        TableReader.of(
            new ByteArrayInputStream(bytes.toByteArray()), "t.csv.gz", TableForm.USUAL)) {
      assertThat(reader.columns()).containsExactly("a", "b");
    }
  }

  private static void assertRefused(String text, String... parts) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(InputException.class)
        .message()
        .contains(parts)
        .doesNotContain("\n");
  }

  @Test
  void mistakesNameTheLine() {
    assertRefused("a,b\n1,2\n\n3\n", "t.csv:4: has 1 cell, but the first row has 2");
    assertRefused("a,b\n1,2\n1,2,3\n", "t.csv:3: has 3 cells");
    assertRefused("a,b\n1,2\n\"1,2\n3,4\n", "t.csv:3: has 1 cell", "quote");
    assertRefused("", "t.csv: is empty");
    assertRefused("\n\n", "t.csv: is empty");
    assertThatThrownBy(() -> read("a,a\n1,2\n", TableForm.USUAL.withHeader(true)))
        .hasMessage("t.csv:1: two columns are called 'a'");
    assertThatThrownBy(() -> read("a,\n1,2\n", TableForm.USUAL.withHeader(true)))
        .hasMessageContaining("t.csv:1: a column has no name");
    byte[] latin = "a,b\n1,é\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(
            () -> TableReader.of(new ByteArrayInputStream(latin), "t.csv", TableForm.USUAL))
        .hasMessage("t.csv: is not UTF-8");
  }

  @Property(tries = 200)
  void whatIsQuotedComesBack(
      @ForAll @Size(min = 1, max = 5)
          List<
                  @Size(value = 3) List<
                      @StringLength(max = 6) @CharRange(from = ' ', to = 'z') String>>
              rows) {
    StringBuilder text = new StringBuilder("x,y,z\n");
    for (List<String> row : rows) {
      text.append(
              String.join(",", row.stream().map(c -> '"' + c.replace("\"", "\"\"") + '"').toList()))
          .append('\n');
    }
    List<List<String>> expected = new ArrayList<>(List.of(List.of("x", "y", "z")));
    rows.forEach(row -> expected.add(row.stream().map(String::strip).toList()));
    TableForm form = new TableForm(Separator.COMMA, Header.PRESENT, ".", TableForm.USUAL.missing());
    assertThat(read(text.toString(), form)).isEqualTo(expected);
  }

  @Test
  void numbersAreWhatTheFormSays() {
    assertThat(TableForm.USUAL.number("-1.5e3")).isEqualTo(-1500);
    assertThat(TableForm.USUAL.number(".5")).isEqualTo(0.5);
    for (String none : List.of("1,5", "NaN", "Infinity", "1e999", "0x10", "1f", "", "12 m")) {
      assertThat(TableForm.USUAL.number(none)).as(none).isNaN();
    }
    TableForm comma = new TableForm(Separator.AUTO, Header.AUTO, ",", List.of(""));
    assertThat(comma.number("1,5")).isEqualTo(1.5);
  }
}
