package gloss.score.job;

import gloss.score.parallel.Pipeline;
import gloss.text.InputException;
import gloss.text.LineReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads references, systems and documents side by side, in blocks. */
final class ParallelReader implements Pipeline.Source<Block>, Closeable {
  private static final int BLOCK_SIZE = 256;
  private static final Path STDIN = Path.of("stdin");

  private final List<LineColumns> references = new ArrayList<>();
  private final List<LineColumns> systems = new ArrayList<>();
  private final List<LineColumns> documents = new ArrayList<>();
  private final int systemCount;

  ParallelReader(ScoreInput input) throws IOException {
    for (Path path : input.references()) {
      references.add(open(path, input, input.referencesPerLine()));
    }
    for (Path path : input.systems()) {
      systems.add(open(path, input, 1));
    }
    if (systems.isEmpty()) {
      LineReader stdin = LineReader.of(STDIN, input.stdin(), input.encoding());
      systems.add(LineColumns.asFirstLine(STDIN, stdin));
    }
    if (input.documentIds().isPresent()) {
      documents.add(open(input.documentIds().get(), input, 1));
    }
    systemCount = systems.stream().mapToInt(LineColumns::columns).sum();
  }

  private static LineColumns open(Path path, ScoreInput input, int columns) throws IOException {
    return LineColumns.of(path, LineReader.open(path, input.encoding()), columns);
  }

  int systems() {
    return systemCount;
  }

  @Override
  public @Nullable Block next() {
    try {
      Block block = Block.empty(systemCount);
      while (block.size() < BLOCK_SIZE && readInto(block)) {}
      return block.size() == 0 ? null : block;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean readInto(Block block) throws IOException {
    List<String> referenceFields = read(references);
    List<String> systemFields = read(systems);
    List<String> documentFields = read(documents);
    if (referenceFields == null || systemFields == null || documentFields == null) {
      checkAllEnded();
      return false;
    }
    block.references().add(referenceFields);
    for (int s = 0; s < systemCount; s++) {
      block.systems().get(s).add(systemFields.get(s));
    }
    block.documents().addAll(documentFields);
    return true;
  }

  /** The fields of the next line of all files together; null if one of them has ended. */
  private static @Nullable List<String> read(List<LineColumns> files) throws IOException {
    if (files.size() == 1) {
      return files.get(0).next();
    }
    List<String> all = new ArrayList<>(files.size());
    boolean ended = false;
    for (LineColumns file : files) {
      List<String> fields = file.next();
      ended |= fields == null;
      all.addAll(fields == null ? List.of() : fields);
    }
    return ended ? null : all;
  }

  private void checkAllEnded() throws IOException {
    List<LineColumns> all = new ArrayList<>(systems);
    all.addAll(references);
    all.addAll(documents);
    for (LineColumns file : all) {
      file.skip();
    }
    if (all.stream().mapToLong(LineColumns::lines).distinct().count() > 1) {
      Map<String, Long> lengths = new LinkedHashMap<>();
      all.forEach(file -> lengths.merge(file.name(), file.lines(), Math::max));
      throw Refusal.unequalLengths(lengths);
    }
    if (systems.get(0).lines() == 0) {
      throw new InputException(systems.get(0).name() + ": nothing to score: there is no line");
    }
  }

  @Override
  public void close() throws IOException {
    for (List<LineColumns> files : List.of(references, systems, documents)) {
      for (LineColumns file : files) {
        file.close();
      }
    }
  }
}
