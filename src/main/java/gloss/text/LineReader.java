package gloss.text;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a UTF-8 file line by line, gzip-compressed or not (told by its first two bytes).
 *
 * <p>Only LF ends a line. CR, NEL, U+2028 and the like stay inside it, so that a file has the same
 * lines here as in the tools that scores are compared with. Bytes that are not UTF-8 are an {@link
 * InputException} that names file, line and byte offset.
 */
public final class LineReader implements Closeable {
  private static final int BUFFER = 1 << 16;
  private static final char REPLACEMENT = '\ufffd';

  private final Path path;
  private final InputStream in;
  private final Charset charset;
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;
  private long lineNumber;
  private long offset;
  private boolean replacing;

  private LineReader(Path path, InputStream in, Charset charset) {
    this.path = path;
    this.in = in;
    this.charset = charset;
  }

  /** Opens a file; one that is missing or unreadable is an {@link InputException}. */
  public static LineReader open(Path path) throws IOException {
    return open(path, StandardCharsets.UTF_8);
  }

  /**
   * As {@link #open(Path)}, for text in another encoding; one that writes a line feed as the single
   * byte 0x0A.
   */
  public static LineReader open(Path path, Charset charset) throws IOException {
    if (Files.isDirectory(path)) {
      throw InputException.in(path, "is a folder, not a file");
    }
    InputStream file;
    try {
      // A pipe has no position, which the stream of a channel asks for where it tells what is
      // there.
      file =
          Files.exists(path) && !Files.isRegularFile(path)
              ? new FileInputStream(path.toFile())
              : Files.newInputStream(path);
    } catch (NoSuchFileException e) {
      throw new InputException(path + ": no such file", e);
    }
    return of(path, file, charset);
  }

  /** Reads lines from a stream; {@code name} stands for it in error messages. */
  public static LineReader of(Path name, InputStream stream) throws IOException {
    return of(name, stream, StandardCharsets.UTF_8);
  }

  /** As {@link #of(Path, InputStream)}, for text in another encoding. */
  public static LineReader of(Path name, InputStream stream, Charset charset) throws IOException {
    if (!Arrays.equals("\n".getBytes(charset), new byte[] {'\n'})) {
      throw new InputException(
          name + ": the encoding " + charset + " cannot be read by lines; convert it to UTF-8");
    }
    BufferedInputStream in = new BufferedInputStream(stream, BUFFER);
    return new LineReader(name, isGzip(in) ? unzipped(name, in) : in, charset);
  }

  private static boolean isGzip(BufferedInputStream in) throws IOException {
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip;
  }

  private static InputStream unzipped(Path name, InputStream in) throws IOException {
    try {
      return new GZIPInputStream(in, BUFFER);
    } catch (ZipException | EOFException e) {
      throw damaged(name, e);
    }
  }

  private static InputException damaged(Path name, IOException e) {
    String reason = e.getMessage() == null ? "it ends too early" : e.getMessage();
    return new InputException(name + ": damaged gzip file: " + reason, e);
  }

  /** From here on bytes that are no text are read as U+FFFD, one for each, and do not fail. */
  public LineReader replacingInvalid() {
    replacing = true;
    return this;
  }

  /** All lines of a file. */
  public static List<String> readAll(Path path) throws IOException {
    try (LineReader reader = open(path)) {
      List<String> lines = new ArrayList<>();
      for (String line = reader.next(); line != null; line = reader.next()) {
        lines.add(line);
      }
      return lines;
    }
  }

  /** The next line without its LF, or null at the end. A last line without LF counts. */
  public @Nullable String next() throws IOException {
    ByteArrayOutputStream rest = null;
    while (true) {
      if (from == to && !fill()) {
        return rest == null ? null : decode(rest.toByteArray(), 0, rest.size());
      }
      int end = indexOfLineFeed();
      if (end < to && rest == null) {
        return take(end);
      }
      rest = rest == null ? new ByteArrayOutputStream() : rest;
      rest.write(buffer, from, end - from);
      boolean whole = end < to;
      from = whole ? end + 1 : end;
      if (whole) {
        return decode(rest.toByteArray(), 0, rest.size());
      }
    }
  }

  /** Whether the next line, or the end, can be had without waiting for who writes it. */
  public boolean isReady() throws IOException {
    return indexOfLineFeed() < to || in.available() > 0;
  }

  /** What stands for the file in messages. */
  public Path name() {
    return path;
  }

  /** The number of the line last returned, from 1. */
  public long lineNumber() {
    return lineNumber;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private boolean fill() throws IOException {
    from = 0;
    try {
      to = Math.max(0, in.read(buffer, 0, BUFFER));
    } catch (ZipException | EOFException e) {
      throw damaged(path, e);
    }
    return to > 0;
  }

  private int indexOfLineFeed() {
    int i = from;
    while (i < to && buffer[i] != '\n') {
      i++;
    }
    return i;
  }

  private String take(int end) {
    String line = decode(buffer, from, end - from);
    from = end + 1;
    return line;
  }

  private String decode(byte[] bytes, int start, int length) {
    lineNumber++;
    String line;
    if (isAscii(bytes, start, length)) {
      line = new String(bytes, start, length, StandardCharsets.ISO_8859_1);
    } else {
      line = new String(bytes, start, length, charset);
      if (!replacing && line.indexOf(REPLACEMENT) >= 0) {
        check(bytes, start, length);
      }
    }
    offset += length + 1L;
    return line;
  }

  private static boolean isAscii(byte[] bytes, int start, int length) {
    int all = 0;
    for (int i = start; i < start + length; i++) {
      all |= bytes[i];
    }
    return all >= 0;
  }

  /** A replacement character may stand in the file, or for bytes that could not be decoded. */
  private void check(byte[] bytes, int start, int length) {
    ByteBuffer input = ByteBuffer.wrap(bytes, start, length);
    try {
      charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(input);
    } catch (CharacterCodingException e) {
      long bad = offset + input.position() - start;
      throw new InputException(
          path
              + ":"
              + lineNumber
              + ": not "
              + charset
              + " at byte "
              + bad
              + "; convert the file to UTF-8",
          e);
    }
  }
}
