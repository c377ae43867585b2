package gloss.corpus;

import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A corpus on this machine: the folder with its card, and the card. */
public record Corpus(Path folder, Card card) {
  /** Loads a corpus from its folder or from the card's file; none is an {@link InputException}. */
  public static Corpus load(Path corpus) throws IOException {
    Card card = Card.load(corpus);
    Path folder = Files.isDirectory(corpus) ? corpus : corpus.toAbsolutePath().getParent();
    return new Corpus(Objects.requireNonNull(folder, "a file is in a folder"), card);
  }
}
