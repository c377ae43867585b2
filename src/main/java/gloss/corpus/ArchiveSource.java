package gloss.corpus;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import gloss.yaml.Named;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One archive with everything: .zip, .tar or .tar.gz, told by its first bytes. Its own bytes are
 * not checked, those of the files that are made from it are.
 */
@Named("archive")
public record ArchiveSource(
    @Doc("addresses of the archive, tried in turn") List<String> from,
    @Doc("the name of each file of the card, and what it is made from") Map<String, Members> make)
    implements Source {
  /** Fails where an address is none, or where nothing is made. */
  public ArchiveSource {
    from = List.copyOf(from);
    make = Collections.unmodifiableMap(new LinkedHashMap<>(make));
    Source.checkAddresses(from);
    Check.notEmpty("make", make.keySet());
  }

  /** What becomes of the members of an archive. */
  public enum Making {
    /** The one member, as it is. */
    COPY,
    /**
     * A JSON line for each member, in the order of their names: {@code id} is its name without
     * folder and ending, {@code body} its text up to the first blank line that is followed by a
     * line {@code @NAME}, and {@code NAME} the text from there to the next.
     */
    SECTIONS
  }

  /**
   * Members of an archive.
   *
   * @param members a pattern in which {@code *} stands for anything but a slash
   */
  public record Members(
      @Doc("which members: a path in which * stands for anything but /") String members,
      @Doc("copy the one member, or make a JSON line of the sections of each") @Default("copy")
          Making as) {
    /** Fails without a pattern. */
    public Members {
      Check.notBlank("members", members);
    }
  }

  /** The name that the archive has at its first address. */
  public String name() {
    String address = from.get(0);
    return address.substring(address.lastIndexOf('/') + 1);
  }
}
