package gloss.corpus;

import gloss.corpus.table.TableForm;
import gloss.corpus.table.TableReader;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import gloss.yaml.Named;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Tables: a row an example. The files of a split stand under {@code rows}; see {@link TableReader}.
 */
@Named("csv")
public record CsvFormat(
    @Doc("column that is to be predicted") String target,
    @Doc("how the files are to be read") @Default("{}") TableForm form)
    implements Format {
  /** The name that the files of a split stand under. */
  public static final String ROWS = "rows";

  @Override
  public List<String> parts(List<String> languages) {
    return List.of(ROWS);
  }

  @Override
  public long count(String split, Path file) throws IOException {
    long count = 0;
    try (TableReader reader = TableReader.open(file, form)) {
      while (reader.next() != null) {
        count++;
      }
    }
    return count;
  }
}
