package gloss.corpus.check;

import gloss.corpus.FileSource;
import gloss.corpus.ParallelFiles;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Line n of the source files belongs to line n of the target files. */
public record LinePairs(ParallelFiles files) implements PairSource {
  @Override
  public List<Path> inputs() {
    return Stream.concat(files.source().stream(), files.target().stream()).toList();
  }

  @Override
  public List<String> fileNames() {
    String source = name(files.source().get(0));
    String target = name(files.target().get(0));
    return source.equals(target)
        ? List.of(source + ".source", target + ".target")
        : List.of(source, target);
  }

  private static String name(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(FileSource.GZ)
        ? name.substring(0, name.length() - FileSource.GZ.length())
        : name;
  }

  @Override
  public Pairs open() {
    return new Reader(files);
  }

  private static final class Reader implements Pairs {
    private final ParallelFiles files;
    private final RawLines sources;
    private final RawLines targets;

    Reader(ParallelFiles files) {
      this.files = files;
      sources = new RawLines(files.source());
      targets = new RawLines(files.target());
    }

    @Override
    public @Nullable TextPair next() throws IOException {
      Line source = sources.next();
      Line target = targets.next();
      if (source == null || target == null) {
        checkEnd();
        return null;
      }
      return new TextPair(sources.count(), source, target, List.of(source.text(), target.text()));
    }

    private void checkEnd() throws IOException {
      while (sources.next() != null || targets.next() != null) {
        // Counts what one side has and the other has not.
      }
      if (sources.count() != targets.count()) {
        throw new InputException(
            "source and target must have the same number of lines: "
                + (names(files.source()) + " has " + sources.count() + ", ")
                + (names(files.target()) + " has " + targets.count()));
      }
    }

    private static String names(List<Path> files) {
      return files.stream().map(Path::toString).collect(Collectors.joining(" + "));
    }

    @Override
    public void close() throws IOException {
      try (sources;
          targets) {
        // Closes both, whatever the first one says.
      }
    }
  }
}
