package gloss.score.rouge.script;

import gloss.text.InputException;
import gloss.text.LineReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Irregular forms of words, as WordNet's {@code .exc} files list them: one per line, a form, white
 * space, its base form, perhaps further ones that are not used.
 */
public final class ExceptionList {
  /**
   * Later files win: where parts of speech disagree, nouns go before verbs, adjectives, adverbs.
   */
  private static final List<String> ORDER = List.of("adv.exc", "adj.exc", "verb.exc", "noun.exc");

  private static final ExceptionList EMPTY = new ExceptionList(Map.of());

  private final Map<String, String> bases;

  private ExceptionList(Map<String, String> bases) {
    this.bases = bases;
  }

  /** No irregular words. */
  public static ExceptionList empty() {
    return EMPTY;
  }

  /**
   * Reads a list, or the four lists of a folder: {@code adj.exc}, {@code adv.exc}, {@code
   * noun.exc}, {@code verb.exc}. Within a file the later of two lines wins.
   *
   * @throws InputException if there is no such file, no list in the folder, or a line that is none
   */
  public static ExceptionList read(Path path) throws IOException {
    Map<String, String> bases = new HashMap<>();
    for (Path file : Files.isDirectory(path) ? filesIn(path) : List.of(path)) {
      addTo(bases, file);
    }
    return new ExceptionList(Map.copyOf(bases));
  }

  /** Whether a folder has one of the four lists. */
  static boolean isIn(Path folder) {
    return ORDER.stream().anyMatch(name -> Files.exists(folder.resolve(name)));
  }

  private static List<Path> filesIn(Path folder) {
    List<Path> files = new ArrayList<>();
    for (String name : ORDER) {
      Path file = folder.resolve(name);
      if (Files.exists(file)) {
        files.add(file);
      }
    }
    if (files.isEmpty()) {
      throw InputException.in(
          folder, "has none of WordNet's exception lists (" + String.join(", ", ORDER) + ")");
    }
    return files;
  }

  private static void addTo(Map<String, String> bases, Path file) throws IOException {
    try (LineReader reader = LineReader.open(file)) {
      for (String line = reader.next(); line != null; line = reader.next()) {
        String[] fields = line.strip().split("\\s+", -1);
        if (fields.length >= 2) {
          bases.put(fields[0], fields[1]);
        } else if (!fields[0].isEmpty()) {
          throw InputException.at(
              file, reader.lineNumber(), "expected a form and its base, but found '" + line + "'");
        }
      }
    }
  }

  /** The base of an irregular form in lower case, or null. */
  @Nullable String base(String form) {
    return bases.get(form);
  }

  /** How many forms there are. */
  public int size() {
    return bases.size();
  }
}
