package gloss.cli;

import gloss.corpus.JsonRecord;
import gloss.pipeline.SummaryRequest;
import gloss.text.InputException;
import gloss.text.LineEnds;
import gloss.text.LineReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The texts of an input, with their references. */
final class SummaryInput extends LineRequests<SummaryRequest> implements Closeable {
  private final Fields fields;
  private final List<LineReader> references = new ArrayList<>();

  /**
   * How a line is read.
   *
   * @param format text, or JSON with the fields
   * @param text field of the text
   * @param references fields of its references
   */
  record Fields(InputFormat format, String text, List<String> references) {}

  /**
   * Texts from lines; files of references have as many.
   *
   * @throws InputException if such a file is not there
   */
  SummaryInput(LineReader lines, Fields fields, List<Path> referenceFiles) throws IOException {
    super(lines);
    this.fields = fields;
    for (Path file : referenceFiles) {
      references.add(LineReader.open(file));
    }
  }

  @Override
  SummaryRequest request(String line, String place) throws IOException {
    List<String> wanted = new ArrayList<>();
    for (LineReader reader : references) {
      String reference = reader.next();
      if (reference == null) {
        throw InputException.in(reader.name(), "has fewer lines than there are texts");
      }
      wanted.add(LineEnds.trim(reference, reader.lineNumber() == 1));
    }
    return request(line, fields, wanted, place);
  }

  @Override
  int characters(SummaryRequest request) {
    return request.text().length();
  }

  /**
   * What one line asks for.
   *
   * @param wanted references that stand elsewhere
   * @param place of the line, for messages
   */
  static SummaryRequest request(String line, Fields fields, List<String> wanted, String place) {
    if (fields.format == InputFormat.text) {
      return new SummaryRequest(line, wanted);
    }
    JsonRecord record = JsonRecord.parse(line, place);
    List<String> references = new ArrayList<>(wanted);
    fields.references.forEach(field -> references.addAll(record.texts(field)));
    return new SummaryRequest(record.text(fields.text), references);
  }

  @Override
  void checkEnd() throws IOException {
    for (LineReader reader : references) {
      if (reader.next() != null) {
        throw InputException.in(reader.name(), "has more lines than there are texts");
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (LineReader reader : references) {
      reader.close();
    }
  }
}
