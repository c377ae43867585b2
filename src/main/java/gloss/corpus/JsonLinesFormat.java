package gloss.corpus;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import gloss.yaml.Named;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * JSON lines: an object a line, with text fields. The files of a split stand under {@code records};
 * UTF-8, plain or gzip-compressed.
 */
@Named("jsonl")
public record JsonLinesFormat(
    @Doc("field that is read") String source,
    @Doc("field that is written") String target,
    @Doc("fields with further references, where a record has them") @Default("[]")
        List<String> references)
    implements Format {
  /** The name that the files of a split stand under. */
  public static final String RECORDS = "records";

  /** Fails where a field has no name. */
  public JsonLinesFormat {
    references = List.copyOf(references);
    Check.notBlank("source", source);
    Check.notBlank("target", target);
  }

  @Override
  public List<String> parts(List<String> languages) {
    return List.of(RECORDS);
  }

  @Override
  public long count(String split, Path file) throws IOException {
    return LinesFormat.lines(file);
  }
}
