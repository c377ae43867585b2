package gloss.corpus;

import gloss.yaml.Check;
import gloss.yaml.Doc;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of one split: the n-th line of the source files, read one after the other, belongs to
 * the n-th line of the target files.
 */
public record ParallelFiles(
    @Doc("file or list of files, plain or .gz") List<Path> source,
    @Doc("file or list of files with as many lines") List<Path> target) {
  /** Fails where a side has no file. */
  public ParallelFiles {
    source = List.copyOf(source);
    target = List.copyOf(target);
    Check.notEmpty("source", source);
    Check.notEmpty("target", target);
  }

  /** Starts reading from the first pair; whoever opens it closes it. */
  public ParallelReader open() {
    return new ParallelReader(this);
  }

  /** SHA-256 of every file. */
  public Map<Path, String> checksums() throws IOException {
    Map<Path, String> checksums = new LinkedHashMap<>();
    for (List<Path> side : List.of(source, target)) {
      for (Path file : side) {
        checksums.put(file, Checksum.sha256(file));
      }
    }
    return Collections.unmodifiableMap(checksums);
  }

  /** One file a side. */
  public static ParallelFiles of(Path source, Path target) {
    return new ParallelFiles(List.of(source), List.of(target));
  }
}
