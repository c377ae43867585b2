package gloss.corpus.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * Reads a tar archive: blocks of 512 bytes, a header before the blocks of each member. Knows the
 * long names of GNU tar (type {@code L}) and of POSIX ({@code path} in a member of type {@code x}).
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html">POSIX pax</a>
 */
final class Tar {
  private static final int BLOCK = 512;
  private static final int MOST_NAME = 1 << 16;

  private final InputStream in;
  private String longName = "";

  private Tar(InputStream in) {
    this.in = in;
  }

  /** Visits every file; what is no tar archive is a {@link ZipException}. */
  static void visit(InputStream in, Archive.Visitor visitor) throws IOException {
    new Tar(in).visit(visitor);
  }

  private void visit(Archive.Visitor visitor) throws IOException {
    for (byte[] header = block(); header[0] != 0; header = block()) {
      checkSum(header);
      long size = octal(header, 124, 12);
      Member member = new Member(size);
      switch (header[156]) {
        case 'L' -> longName = text(member.readAllBytes(MOST_NAME), 0, MOST_NAME);
        case 'x' -> longName = path(member.readAllBytes(MOST_NAME));
        case '0', 0 -> {
          visitor.visit(longName.isEmpty() ? name(header) : longName, member);
          longName = "";
        }
        default -> {
          // A folder, a link, or settings for all that follows.
          longName = header[156] == 'g' ? longName : "";
        }
      }
      member.skipRest();
    }
  }

  private byte[] block() throws IOException {
    byte[] block = in.readNBytes(BLOCK);
    if (block.length < BLOCK) {
      throw new EOFException("the archive ends too early");
    }
    return block;
  }

  /** The sum of the header's bytes, where those of the sum itself count as blanks. */
  private static void checkSum(byte[] header) throws IOException {
    int sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
    }
    if (sum != octal(header, 148, 8)) {
      throw new ZipException("not a tar archive");
    }
  }

  private static long octal(byte[] header, int from, int length) throws IOException {
    String digits = text(header, from, length).strip();
    try {
      return digits.isEmpty() ? 0 : Long.parseUnsignedLong(digits, 8);
    } catch (NumberFormatException e) {
      throw new ZipException("not a tar archive, or one with a file of more than 8 GiB");
    }
  }

  private static String name(byte[] header) {
    boolean posix = text(header, 257, 5).equals("ustar") && header[263] == '0';
    String prefix = posix ? text(header, 345, 155) : "";
    return (prefix.isEmpty() ? "" : prefix + "/") + text(header, 0, 100);
  }

  /** Up to the first zero byte. */
  private static String text(byte[] bytes, int from, int length) {
    int end = from;
    while (end < Math.min(bytes.length, from + length) && bytes[end] != 0) {
      end++;
    }
    return new String(Arrays.copyOfRange(bytes, from, end), StandardCharsets.UTF_8);
  }

  /** Records {@code LENGTH KEY=VALUE\n}; the one that is of use here is {@code path}. */
  private static String path(byte[] records) {
    return new String(records, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.matches("\\d+ path=.*"))
        .map(line -> line.substring(line.indexOf('=') + 1))
        .findFirst()
        .orElse("");
  }

  /** The bytes of a member. */
  private final class Member extends InputStream {
    private final long padding;
    private long left;

    Member(long size) {
      left = size;
      padding = (BLOCK - size % BLOCK) % BLOCK;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int read = in.read(bytes, from, (int) Math.min(length, left));
      if (read < 0) {
        throw new EOFException("the archive ends too early");
      }
      left -= read;
      return read;
    }

    byte[] readAllBytes(int most) throws IOException {
      if (left > most) {
        throw new ZipException("not a tar archive, or one with a name of " + left + " bytes");
      }
      return readNBytes((int) left);
    }

    void skipRest() throws IOException {
      left += padding;
      byte[] buffer = new byte[1 << 13];
      while (read(buffer, 0, buffer.length) >= 0) {
        // Reading skips.
      }
    }
  }
}
