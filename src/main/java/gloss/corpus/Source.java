package gloss.corpus;

import gloss.yaml.Check;
import gloss.yaml.Keyed;
import java.util.List;

/** Where the files of a corpus can be fetched from. */
@Keyed(value = "as", otherwise = "files")
public sealed interface Source permits FileSource, ArchiveSource, CopySource {
  /** Addresses, tried in turn. */
  List<String> from();

  /** Fails unless all of them are addresses of the web, and there is one. */
  static void checkAddresses(List<String> from) {
    Check.notEmpty("from", from);
    for (String address : from) {
      Check.that(
          address.matches("https?://[^/\\s]+/\\S*"),
          "from",
          "must be an address that begins with https:// or http://, is '" + address + "'");
    }
  }
}
