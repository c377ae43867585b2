package gloss.corpus.fetch;

import gloss.corpus.ArchiveSource;
import gloss.corpus.CheckedFile;
import gloss.corpus.FileSource;
import gloss.corpus.Source;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One thing that is transferred as a whole.
 *
 * @param name what it is called where it comes from
 * @param addresses where it is in the web, to be tried in turn
 * @param files what it becomes
 * @param unpacking how it becomes that
 */
record Delivery(String name, List<String> addresses, List<CheckedFile> files, Unpacking unpacking) {
  /** What is to be transferred to have some files of a source. */
  static List<Delivery> of(Source source, List<CheckedFile> files) {
    if (source instanceof ArchiveSource archive) {
      Unpacking unpacking = new Unpacking.FromArchive(archive.make());
      return files.isEmpty()
          ? List.of()
          : List.of(new Delivery(archive.name(), archive.from(), files, unpacking));
    }
    if (!(source instanceof FileSource folders)) {
      return files.stream()
          .map(f -> new Delivery(f.name(), source.from(), List.of(f), new Unpacking.AsItIs()))
          .toList();
    }
    Unpacking unpacking = folders.gunzip() ? new Unpacking.Gunzip() : new Unpacking.AsItIs();
    return files.stream()
        .map(
            file -> {
              String name = folders.nameOf(file);
              List<String> addresses =
                  folders.from().stream().map(from -> from + encoded(name)).toList();
              return new Delivery(name, addresses, List.of(file), unpacking);
            })
        .toList();
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
