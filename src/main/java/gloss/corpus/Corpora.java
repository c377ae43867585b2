package gloss.corpus;

import gloss.text.InputException;
import gloss.text.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The corpora of a folder: each is a folder in it with a card. */
public record Corpora(Path folder) {
  /** The names of the corpora, in alphabetical order; none where the folder does not exist. */
  public List<String> names() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> Files.exists(entry.resolve(Card.FILE)))
          .map(entry -> String.valueOf(entry.getFileName()))
          .sorted()
          .toList();
    }
  }

  /**
   * The corpus of a name, or that of a path to a corpus anywhere; what is neither is an {@link
   * InputException}.
   */
  public Corpus find(String nameOrPath) throws IOException {
    List<String> names = names();
    if (names.contains(nameOrPath)) {
      return Corpus.load(folder.resolve(nameOrPath));
    }
    Path path = Path.of(nameOrPath);
    if (Files.exists(path.resolve(Card.FILE)) || path.endsWith(Card.FILE)) {
      return Corpus.load(path);
    }
    String hint = names.isEmpty() ? "" : Nearest.hint(nameOrPath, names);
    throw new InputException(folder + ": no corpus '" + nameOrPath + "'" + hint);
  }
}
