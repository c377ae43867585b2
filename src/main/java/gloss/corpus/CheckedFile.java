package gloss.corpus;

import gloss.text.InputException;
import gloss.yaml.Check;
import gloss.yaml.Doc;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A file and what its bytes must be.
 *
 * @param sha256 64 hexadecimal digits in lower case
 */
public record CheckedFile(
    @Doc("file, relative to the card") Path path,
    @Doc("checksum of its bytes, as sha256sum prints it") String sha256) {
  /** Fails for a checksum that is none. */
  public CheckedFile {
    Check.that(
        sha256.matches("[0-9a-f]{64}"),
        "sha256",
        "must be 64 hexadecimal digits in lower case, is '" + sha256 + "'");
  }

  /** Fails with an {@link InputException} where the file is missing or has other bytes. */
  public void verify() throws IOException {
    String actual = Checksum.sha256(path);
    if (!actual.equals(sha256)) {
      throw InputException.in(
          path,
          "checksum is "
              + actual
              + ", its card says "
              + sha256
              + "; make or fetch the corpus again");
    }
  }
}
