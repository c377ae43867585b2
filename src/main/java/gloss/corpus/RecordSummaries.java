package gloss.corpus;

import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts and summaries from fields of JSON lines. */
final class RecordSummaries extends SummaryReader {
  private final LinesOfSide lines;
  private final JsonLinesFormat fields;
  private final List<Path> files;

  RecordSummaries(List<Path> files, JsonLinesFormat fields) {
    this.files = files;
    this.fields = fields;
    lines = new LinesOfSide(files);
  }

  @Override
  @Nullable SummarizedText read() throws IOException {
    String line = lines.next();
    if (line == null) {
      return null;
    }
    String place = lines.place();
    JsonRecord record = JsonRecord.parse(line, place);
    return new SummarizedText(
        number(lines.count(), name()),
        place,
        record.text(fields.source()),
        summaries(record, place));
  }

  /** A list of texts is a summary by each of several people. */
  private List<String> summaries(JsonRecord record, String place) {
    List<String> summaries = new ArrayList<>(record.texts(fields.target()));
    if (summaries.isEmpty()) {
      throw new InputException(place + ": the list '" + fields.target() + "' is empty");
    }
    List<String> there = fields.references().stream().filter(record::has).toList();
    if (!there.isEmpty() && there.size() < fields.references().size()) {
      String missing =
          fields.references().stream().filter(f -> !record.has(f)).findFirst().orElseThrow();
      throw new InputException(
          "%s: wrong number of references: has '%s', but no '%s'; a record needs all of them, or none"
              .formatted(place, there.get(0), missing));
    }
    there.forEach(field -> summaries.add(record.text(field)));
    return summaries;
  }

  @Override
  String name() {
    return files.get(0).toString();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
