package gloss.recipe;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Paths as they stand in a recipe and as the record has them. */
final class RecipePaths {
  private RecipePaths() {}

  /**
   * From the file into the record: seen from the file's folder, or else from the working folder.
   */
  static UnaryOperator<Path> from(Path file) {
    return path -> {
      Path fromFolder = folder(file).resolve(path).normalize();
      Path fromWorkingFolder = path.toAbsolutePath().normalize();
      return !Files.exists(fromFolder) && Files.exists(fromWorkingFolder)
          ? fromWorkingFolder
          : fromFolder;
    };
  }

  /** From the record into a file: seen from its folder, where both are on the same disk. */
  static UnaryOperator<Path> to(Path file) {
    Path folder = folder(file).normalize();
    return path -> {
      if (path.equals(folder)) {
        return Path.of(".");
      }
      return Objects.equals(path.getRoot(), folder.getRoot()) ? folder.relativize(path) : path;
    };
  }

  /** The name of a recipe that does not give one: of its folder, or of a file of another name. */
  static String nameOf(Path file) {
    String name = String.valueOf(file.toAbsolutePath().normalize().getFileName());
    return name.equals(Recipe.FILE)
        ? String.valueOf(folder(file).normalize().getFileName())
        : name.replaceFirst("\\.ya?ml$", "");
  }

  private static Path folder(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
  }
}
