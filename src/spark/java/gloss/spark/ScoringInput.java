package gloss.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts to score, by any path that Hadoop knows; white space at the end of a line is dropped.
 *
 * @param references one text per reference, or one with several references per line
 * @param referencesPerLine how many references, parted by TAB, a line of the only reference has
 * @param systems one text per system
 * @param documents the text with the name of each segment's document; empty if there is none
 * @param encoding of all of them
 * @param partitions in how many parts they are scored; 0 for a number that suits
 */
public record ScoringInput(
    List<String> references,
    int referencesPerLine,
    List<String> systems,
    String documents,
    String encoding,
    int partitions)
    implements Serializable {
  /** Copies the lists. */
  public ScoringInput {
    references = new ArrayList<>(references);
    systems = new ArrayList<>(systems);
  }

  /** Texts in UTF-8 with one reference per line. */
  public ScoringInput(List<String> references, List<String> systems) {
    this(references, 1, systems, "", "UTF-8", 0);
  }

  /** Systems, then references, then documents. */
  List<String> all() {
    List<String> all = new ArrayList<>(systems);
    all.addAll(references);
    if (hasDocuments()) {
      all.add(documents);
    }
    return all;
  }

  /** Whether there are names of documents. */
  public boolean hasDocuments() {
    return !documents.isEmpty();
  }
}
