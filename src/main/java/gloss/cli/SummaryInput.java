package gloss.cli;

import gloss.corpus.JsonRecord;
import gloss.pipeline.SummaryRequest;
import gloss.text.InputException;
import gloss.text.LineEnds;
import gloss.text.LineReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The texts of an input, read one after the other, with their references. */
final class SummaryInput implements Iterator<SummaryRequest>, Closeable {
  private final LineReader lines;
  private final Fields fields;
  private final List<LineReader> references = new ArrayList<>();
  private @Nullable String next;

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
    this.lines = lines;
    this.fields = fields;
    for (Path file : referenceFiles) {
      references.add(LineReader.open(file));
    }
  }

  /** Whether the next text, or the end, can be had without waiting for who writes it. */
  boolean isReady() {
    try {
      return next != null || lines.isReady();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean hasNext() {
    try {
      next = next == null ? lines.next() : next;
      if (next == null) {
        checkEnd();
      }
      return next != null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public SummaryRequest next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    String line = LineEnds.trim(next, lines.lineNumber() == 1);
    next = null;
    try {
      return request(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SummaryRequest request(String line) throws IOException {
    List<String> wanted = new ArrayList<>();
    for (LineReader reader : references) {
      String reference = reader.next();
      if (reference == null) {
        throw InputException.in(reader.name(), "has fewer lines than there are texts");
      }
      wanted.add(LineEnds.trim(reference, reader.lineNumber() == 1));
    }
    return request(line, fields, wanted, lines.name() + ":" + lines.lineNumber());
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

  private void checkEnd() throws IOException {
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
