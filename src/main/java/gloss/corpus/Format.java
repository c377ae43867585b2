package gloss.corpus;

import gloss.yaml.Keyed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** How the files of a corpus are to be read, and which parts each split has. */
@Keyed(otherwise = "lines")
public sealed interface Format permits LinesFormat, JsonLinesFormat, IdxFormat, ImageFoldersFormat {
  /** The names that the files of a split may stand under. */
  List<String> parts(List<String> languages);

  /** The number of examples that a split has in a file; a damaged file is an InputException. */
  long count(String split, Path file) throws IOException;
}
