package gloss.corpus.image;

import gloss.text.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells the class of a picture by the folder that it lies in. */
final class ClassFolders {
  private final Path root;
  private @Nullable String above;

  /** For the pictures of a folder or an archive. */
  ClassFolders(Path root) {
    this.root = root;
  }

  /** The classes; pictures outside of folders, or below folders of folders, are refused. */
  List<String> of(List<String> names) {
    List<String> classes = new ArrayList<>();
    for (String name : names) {
      int file = name.lastIndexOf('/');
      if (file < 0) {
        throw InputException.in(
            root, "the picture " + name + " lies in no folder that could be its class");
      }
      int folder = name.lastIndexOf('/', file - 1);
      check(name.substring(0, Math.max(0, folder)), name);
      classes.add(name.substring(folder + 1, file));
    }
    return classes;
  }

  private void check(String folders, String name) {
    if (above == null) {
      above = folders;
    } else if (!above.equals(folders)) {
      throw InputException.in(
          root,
          "folders of classes are in different places, as %s and in '%s'; name one with 'folder'"
              .formatted(name, above));
    }
  }
}
