package gloss.corpus;

import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts and summaries from lines of several files. */
final class LineSummaries extends SummaryReader {
  /** A name for each side, and its lines. */
  private record Side(String name, LinesOfSide lines) {
    static Side of(List<Path> files) {
      return new Side(
          String.join(" + ", files.stream().map(Path::toString).toList()), new LinesOfSide(files));
    }
  }

  private final List<Side> sides = new ArrayList<>();

  LineSummaries(SummaryFiles files) {
    sides.add(Side.of(files.source()));
    sides.add(Side.of(files.target()));
    files.references().forEach(file -> sides.add(Side.of(List.of(file))));
  }

  @Override
  @Nullable SummarizedText read() throws IOException {
    List<String> texts = new ArrayList<>();
    for (Side side : sides) {
      String line = side.lines.next();
      if (line != null) {
        texts.add(line);
      }
    }
    if (texts.size() < sides.size()) {
      checkEnd();
      return null;
    }
    LinesOfSide source = sides.get(0).lines;
    return new SummarizedText(
        number(source.count(), name()),
        source.place(),
        texts.get(0),
        texts.subList(1, texts.size()));
  }

  private void checkEnd() throws IOException {
    Side source = sides.get(0);
    for (Side other : sides.subList(1, sides.size())) {
      if (source.lines.countAll() != other.lines.countAll()) {
        throw new InputException(
            "texts and summaries must have the same number of lines: %s has %d, %s has %d"
                .formatted(source.name, source.lines.count(), other.name, other.lines.count()));
      }
    }
  }

  @Override
  String name() {
    return sides.get(0).name;
  }

  @Override
  public void close() throws IOException {
    for (Side side : sides) {
      side.lines.close();
    }
  }
}
