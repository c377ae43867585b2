package gloss.decode;

/**
 * What a search needs to know beside the model.
 *
 * @param beam hypotheses kept a sequence; 1 is greedy search
 * @param lengthPenalty how lengths compare
 * @param marks the tokens with a meaning of their own
 */
public record SearchOptions(int beam, LengthPenalty lengthPenalty, Marks marks) {
  /** Checks the beam. */
  public SearchOptions {
    if (beam < 1) {
      throw new IllegalArgumentException("beam must be at least 1, is " + beam);
    }
  }

  /**
   * Tokens with a meaning of their own.
   *
   * @param begin what a sequence starts from
   * @param end what ends it
   * @param never how many ids, from 0, other than {@code end} are never written
   */
  public record Marks(int begin, int end, int never) {
    boolean forbids(int token) {
      return token < never && token != end;
    }
  }
}
