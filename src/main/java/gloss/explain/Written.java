package gloss.explain;

import java.util.Comparator;
import java.util.List;

/**
 * A word, or another sign, of what a model wrote.
 *
 * @param text the word, with the space before it
 * @param looks the words of the source that it looks at, in their order; small shares are left out,
 *     and that of the source's end mark; empty if nothing is known
 * @param copied the share of its probability that comes from copying, in [0, 1]; below 0 where a
 *     model cannot copy
 */
public record Written(String text, List<Look> looks, double copied) {
  /** Copies the list. */
  public Written {
    looks = List.copyOf(looks);
  }

  /** The word of the source that it looks at most; empty if that is not known. */
  public String looksAt() {
    return looks.stream().max(Comparator.comparingDouble(Look::share)).map(Look::word).orElse("");
  }

  /** Whether it is rather copied than made; false where that is not known. */
  public boolean isCopied() {
    return copied >= 0.5;
  }
}
