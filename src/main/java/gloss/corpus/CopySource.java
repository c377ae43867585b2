package gloss.corpus;

import gloss.yaml.Check;
import gloss.yaml.Doc;
import gloss.yaml.Named;
import java.util.List;

/** No address has the files as they are: whoever has copies gives their folder. */
@Named("copies")
public record CopySource(@Doc("how such copies are made") String how) implements Source {
  /** Fails without an explanation. */
  public CopySource {
    Check.notBlank("how", how);
  }

  @Override
  public List<String> from() {
    return List.of();
  }
}
