package gloss.corpus;

import gloss.corpus.archive.Archive;
import gloss.corpus.archive.BadContent;
import gloss.text.InputException;
import gloss.yaml.Check;
import gloss.yaml.Doc;
import gloss.yaml.Named;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Pictures in folders that are named like their classes, in an archive: .zip, .tar or .tar.gz. Each
 * split has {@code images}, an archive; several splits may share one.
 */
@Named("image-folders")
public record ImageFoldersFormat(
    @Doc("names of the classes, which are those of their folders") List<String> classes,
    @Doc("for each split the folder in its archive that the folders of the classes are in")
        Map<String, String> folders)
    implements Format {
  /** The name that the archives stand under. */
  public static final String IMAGES = "images";

  /** Fails for fewer than two classes. */
  public ImageFoldersFormat {
    classes = List.copyOf(classes);
    folders = Collections.unmodifiableMap(new LinkedHashMap<>(folders));
    Check.that(classes.size() > 1, "classes", "there must be at least two");
  }

  @Override
  public List<String> parts(List<String> languages) {
    return List.of(IMAGES);
  }

  /** The folder of a split. */
  public String folder(String split) {
    String folder = folders.get(split);
    if (folder == null) {
      throw new InputException("the card says no folder for the split '" + split + "'");
    }
    return folder;
  }

  @Override
  public long count(String split, Path file) throws IOException {
    String prefix = folder(split) + "/";
    long[] count = {0};
    try {
      Archive.visit(file, (name, content) -> count[0] += name.startsWith(prefix) ? 1 : 0);
    } catch (BadContent e) {
      throw new InputException(file + ": " + e.getMessage(), e);
    }
    return count[0];
  }
}
