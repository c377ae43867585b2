package gloss.corpus;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The files of one split of texts with summaries: JSON lines, or parallel text in which line n of
 * the source files belongs to line n of the target files and of each file of further references.
 */
public record SummaryFiles(
    @Doc("JSON lines: file or list of files, plain or .gz") @Default("[]") List<Path> records,
    @Doc("or lines of text: file or list of files with the texts") @Default("[]") List<Path> source,
    @Doc("file or list of files with as many lines: the summaries") @Default("[]")
        List<Path> target,
    @Doc("files with further summaries of the same texts") @Default("[]") List<Path> references) {
  /** Fails unless there are either records, or both sources and targets. */
  public SummaryFiles {
    records = List.copyOf(records);
    source = List.copyOf(source);
    target = List.copyOf(target);
    references = List.copyOf(references);
    if (records.isEmpty()) {
      Check.that(!source.isEmpty(), "source", "missing; give 'records', or 'source' and 'target'");
      Check.notEmpty("target", target);
    } else {
      String reason = "'records' holds texts and summaries; remove this key";
      Check.that(source.isEmpty(), "source", reason);
      Check.that(target.isEmpty(), "target", reason);
      Check.that(references.isEmpty(), "references", reason);
    }
  }

  /** Files of JSON lines. */
  public static SummaryFiles ofRecords(List<Path> records) {
    return new SummaryFiles(records, List.of(), List.of(), List.of());
  }

  /** Whether these are JSON lines. */
  public boolean areRecords() {
    return !records.isEmpty();
  }

  /**
   * Starts reading; whoever opens it closes it.
   *
   * @param fields the names of the fields, for JSON lines
   */
  public SummaryReader open(JsonLinesFormat fields) {
    return areRecords() ? new RecordSummaries(records, fields) : new LineSummaries(this);
  }

  /** Every text of the split, all in memory: for validation and test. */
  public List<SummarizedText> read(JsonLinesFormat fields) throws IOException {
    try (SummaryReader reader = open(fields)) {
      return reader.all();
    }
  }

  /** SHA-256 of every file. */
  public Map<Path, String> checksums() throws IOException {
    Map<Path, String> checksums = new LinkedHashMap<>();
    for (List<Path> files : List.of(records, source, target, references)) {
      for (Path file : files) {
        checksums.put(file, Checksum.sha256(file));
      }
    }
    return Collections.unmodifiableMap(checksums);
  }

  /** All files. */
  List<Path> all() {
    return Stream.of(records, source, target, references).flatMap(List::stream).toList();
  }
}
