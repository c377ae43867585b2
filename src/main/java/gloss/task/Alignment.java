package gloss.task;

import java.util.ArrayList;
import java.util.List;

/**
 * Which words of a source and of what was written about it go together, by the attention of the
 * network: the mean of the subwords of a written word, summed over those of a word of the source.
 *
 * @param weights by the written words, in order; small ones are left out
 */
public record Alignment(List<WordWeight> weights) {
  /** Nothing is known. */
  public static final Alignment NONE = new Alignment(List.of());

  /** Copies the list. */
  public Alignment {
    weights = List.copyOf(weights);
  }

  /** For each written word the one that it looks at most; the first of several. */
  public List<WordLink> links() {
    List<WordLink> links = new ArrayList<>();
    double largest = 0;
    for (WordWeight weight : weights) {
      boolean isNew = links.isEmpty() || links.get(links.size() - 1).target() != weight.target();
      if (isNew || weight.weight() > largest) {
        if (!isNew) {
          links.remove(links.size() - 1);
        }
        links.add(new WordLink(weight.source(), weight.target()));
        largest = weight.weight();
      }
    }
    return links;
  }
}
