package gloss.corpus.check;

import gloss.text.LineEnds;
import gloss.text.LineReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of several files, one after the other; bytes that are not UTF-8 end nothing. */
final class RawLines implements Closeable {
  private final Iterator<Path> files;
  private @Nullable LineReader reader;
  private Path file;
  private long count;

  RawLines(List<Path> files) {
    this.files = files.iterator();
    file = files.get(0);
  }

  /** The next line, or null at the end. */
  @Nullable Line next() throws IOException {
    String line = reader == null ? null : reader.next();
    while (line == null && files.hasNext()) {
      close();
      file = files.next();
      // Every byte is a character of this encoding: the bytes come as they are.
      reader = LineReader.open(file, StandardCharsets.ISO_8859_1);
      line = reader.next();
    }
    if (line == null || reader == null) {
      return null;
    }
    count++;
    return decode(line, reader.lineNumber());
  }

  /** How many lines came so far. */
  long count() {
    return count;
  }

  private Line decode(String bytes, long number) {
    String text = bytes;
    boolean damaged = false;
    if (!isAscii(bytes)) {
      byte[] raw = bytes.getBytes(StandardCharsets.ISO_8859_1);
      try {
        text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
      } catch (CharacterCodingException e) {
        text = new String(raw, StandardCharsets.UTF_8);
        damaged = true;
      }
    }
    return new Line(LineEnds.trim(text, number == 1), file, number, damaged);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
  }
}
