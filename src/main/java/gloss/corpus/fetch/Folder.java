package gloss.corpus.fetch;

import gloss.corpus.CheckedFile;
import gloss.corpus.FileSource;
import gloss.corpus.archive.BadContent;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * A folder on this machine with copies: what a delivery is called, or the files that it becomes, by
 * their names, each of them compressed ({@code NAME.gz}) or not.
 */
public record Folder(Path folder) implements Origin {
  @Override
  public void bring(Delivery delivery, Staging staging) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw InputException.in(folder, "no such folder");
    }
    Path whole = folder.resolve(delivery.name());
    if (Files.isRegularFile(whole)) {
      bring(whole, delivery, delivery.files(), delivery.unpacking(), staging);
      return;
    }
    for (CheckedFile file : delivery.files()) {
      Path plain = folder.resolve(file.name());
      Path compressed = folder.resolve(file.name() + FileSource.GZ);
      if (Files.isRegularFile(plain)) {
        bring(plain, delivery, List.of(file), new Unpacking.AsItIs(), staging);
      } else if (Files.isRegularFile(compressed)) {
        bring(compressed, delivery, List.of(file), new Unpacking.Gunzip(), staging);
      } else {
        throw InputException.in(folder, "has no " + file.name() + ", compressed (.gz) or not");
      }
    }
  }

  private static void bring(
      Path copy, Delivery delivery, List<CheckedFile> files, Unpacking unpacking, Staging staging)
      throws IOException {
    Files.copy(copy, staging.part(delivery), StandardCopyOption.REPLACE_EXISTING);
    try {
      staging.accept(delivery, files, unpacking);
    } catch (BadContent e) {
      throw new InputException(copy + ": " + e.getMessage(), e);
    }
  }
}
