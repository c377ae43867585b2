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
    MessageDigest digest = digest();
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
    return HexFormat.of().formatHex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
