package gloss.corpus;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import gloss.yaml.Named;
import java.util.List;

/** Every file by itself, under the name that it has on the card. */
@Named("files")
public record FileSource(
    @Doc("addresses of folders that hold the files, tried in turn; each ends with /")
        List<String> from,
    @Doc("whether each is compressed there, with .gz behind its name") @Default("false")
        boolean gunzip)
    implements Source {
  /** The ending of a compressed file. */
  public static final String GZ = ".gz";

  /** Fails where an address is none, or none of a folder. */
  public FileSource {
    from = List.copyOf(from);
    Source.checkAddresses(from);
    for (String address : from) {
      Check.that(address.endsWith("/"), "from", "must end with /, is '" + address + "'");
    }
  }

  /** The name that a file has there. */
  public String nameOf(CheckedFile file) {
    return gunzip ? file.name() + GZ : file.name();
  }
}
