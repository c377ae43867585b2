package gloss.corpus.fetch;

import gloss.corpus.Checksum;
import gloss.corpus.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What tests of fetching share. */
final class Fetching {
  private Fetching() {}

  /** A corpus of one split whose two sides have these bytes, to be fetched. */
  static Corpus corpus(Path folder, String fetch, byte[] en, byte[] de) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("corpus.yaml"),
        """
        name: tiny
        description: Two files.
        licence: CC0-1.0
        languages: [en, de]
        fetch: %s
        splits:
          train:
            count: 1
            files:
              en: {path: data/train.en, sha256: %s}
              de: {path: data/train.de, sha256: %s}
        """
            .formatted(fetch, sha256(folder, en), sha256(folder, de)));
    return Corpus.load(folder);
  }

  /** As YAML: the files are at these addresses. */
  static String from(String... addresses) {
    return "{from: [" + String.join(", ", addresses) + "]}";
  }

  static String sha256(Path folder, byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("sum"), bytes);
    String sum = Checksum.sha256(file);
    Files.delete(file);
    return sum;
  }

  /** Every file under a folder but the card, with its path. */
  static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .filter(file -> !file.equals("corpus.yaml"))
          .sorted()
          .collect(Collectors.toList());
    }
  }
}
