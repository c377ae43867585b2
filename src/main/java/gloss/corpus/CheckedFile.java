package gloss.corpus;

import gloss.text.InputException;
import gloss.yaml.Check;
import gloss.yaml.Doc;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file and what its bytes must be.
 *
 * @param sha256 64 hexadecimal digits in lower case
 * @param md5 32 hexadecimal digits in lower case, where its owners publish no other checksum
 */
public record CheckedFile(
    @Doc("file, relative to the card") Path path,
    @Doc("checksum of its bytes, as sha256sum prints it") Optional<String> sha256,
    @Doc("where no SHA-256 is published: as md5sum prints it") Optional<String> md5) {
  /** Fails without a checksum, with two of them, or for one that is none. */
  public CheckedFile {
    Check.that(sha256.isPresent() || md5.isPresent(), "sha256", "missing");
    Check.that(sha256.isEmpty() || md5.isEmpty(), "md5", "remove it: there is a sha256");
    digits("sha256", sha256, 64);
    digits("md5", md5, 32);
  }

  private static void digits(String key, Optional<String> sum, int count) {
    sum.ifPresent(
        text ->
            Check.that(
                text.matches("[0-9a-f]{" + count + "}"),
                key,
                "must be " + count + " hexadecimal digits in lower case, is '" + text + "'"));
  }

  /** The checksum that is expected. */
  public String sum() {
    return sha256.or(() -> md5).orElseThrow();
  }

  /** The checksum, of the same kind, that a file has. A missing file is an InputException. */
  public String sumOf(Path file) throws IOException {
    return sha256.isPresent() ? Checksum.sha256(file) : Checksum.md5(file);
  }

  /** The last part of the path. */
  public String name() {
    return String.valueOf(path.getFileName());
  }

  /** Fails with an {@link InputException} where the file is missing or has other bytes. */
  public void verify() throws IOException {
    String actual = sumOf(path);
    if (!actual.equals(sum())) {
      throw InputException.in(
          path,
          "checksum is "
              + actual
              + ", its card says "
              + sum()
              + "; make or fetch the corpus again");
    }
  }
}
