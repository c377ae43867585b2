package gloss.explain;

/**
 * A piece of what a model wrote.
 *
 * @param text the piece, with the space before it
 * @param looksAt the word of the source that it looks at most; empty if that is not known
 * @param copied the share of its probability that comes from copying, in [0, 1]; below 0 where a
 *     model cannot copy
 */
public record Written(String text, String looksAt, double copied) {
  /** Whether it is rather copied than made; false where that is not known. */
  public boolean isCopied() {
    return copied >= 0.5;
  }
}
