package gloss.corpus;

import gloss.text.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Checksums of files. */
public final class Checksum {
  private static final int BUFFER = 1 << 16;

  private Checksum() {}

  /**
   * SHA-256 of a file's bytes as they lie on the disk, compressed or not: 64 hexadecimal digits, as
   * {@code sha256sum} prints them. A missing file is an {@link InputException}.
   */
  public static String sha256(Path file) throws IOException {
    return of(file, "SHA-256");
  }

  /**
   * MD5 of a file's bytes: 32 hexadecimal digits, as {@code md5sum} prints them. It tells a damaged
   * file, not a forged one. A missing file is an {@link InputException}.
   */
  public static String md5(Path file) throws IOException {
    return of(file, "MD5");
  }

  private static String of(Path file, String algorithm) throws IOException {
    MessageDigest digest = digest(algorithm);
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    } catch (NoSuchFileException e) {
      throw new InputException(file + ": no such file", e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** SHA-256 of a text in UTF-8. */
  public static String ofText(String text) {
    return HexFormat.of()
        .formatHex(digest("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
