package gloss.corpus.fetch;

import gloss.corpus.CheckedFile;
import gloss.corpus.Corpus;
import gloss.corpus.Source;
import gloss.text.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Fetches a corpus: whatever file is missing, or is not as its card says, is transferred, checked,
 * and moved into place. Nothing is moved before everything is there and right; what was transferred
 * before a failure is kept beside the card and used the next time.
 */
public final class Fetcher {
  private final Origin origin;

  /** Makes a fetcher that transfers from {@code origin}. */
  public Fetcher(Origin origin) {
    this.origin = origin;
  }

  /**
   * Fetches a corpus and returns the files that were brought, none where all were there. A card
   * that does not say where its files are, or a file that it places outside of its folder, is an
   * {@link InputException}; a transfer that fails is an {@link IOException}.
   */
  public List<CheckedFile> fetch(Corpus corpus) throws IOException {
    Source source =
        corpus
            .card()
            .fetch()
            .orElseThrow(
                () ->
                    new InputException(
                        corpus.card().name() + ": its card has no 'fetch'; nothing to fetch"));
    List<CheckedFile> needed = needed(corpus);
    if (!needed.isEmpty()) {
      try (Staging staging = Staging.open(corpus.folder())) {
        for (Delivery delivery : Delivery.of(source, staging.missing(needed))) {
          origin.bring(delivery, staging);
        }
        staging.moveIntoPlace(needed);
      }
    }
    return needed;
  }

  private static List<CheckedFile> needed(Corpus corpus) throws IOException {
    Path folder = corpus.folder().toAbsolutePath().normalize();
    List<CheckedFile> needed = new ArrayList<>();
    for (CheckedFile file : corpus.card().files()) {
      if (!file.path().toAbsolutePath().normalize().startsWith(folder)) {
        throw InputException.in(file.path(), "lies outside of the corpus, " + corpus.folder());
      }
      if (!Files.exists(file.path()) || !file.sumOf(file.path()).equals(file.sum())) {
        needed.add(file);
      }
    }
    return needed;
  }
}
