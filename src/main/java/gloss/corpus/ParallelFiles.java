package gloss.corpus;

import gloss.yaml.Check;
import gloss.yaml.Doc;
import java.nio.file.Path;
import java.util.List;

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

  /** One file a side. */
  public static ParallelFiles of(Path source, Path target) {
    return new ParallelFiles(List.of(source), List.of(target));
  }
}
