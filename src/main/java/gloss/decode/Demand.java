package gloss.decode;

import java.util.List;

/**
 * What is wanted of the output of one sequence.
 *
 * @param minLength shortest output, end mark not counted
 * @param maxLength longest output, end mark not counted; what is wanted of it may make it longer
 * @param prefix tokens that it begins with
 * @param required phrases that must come up
 * @param forbidden phrases that must not
 * @param seed from which tokens are drawn, where they are
 */
public record Demand(
    int minLength,
    int maxLength,
    List<Integer> prefix,
    List<Phrase> required,
    List<Phrase> forbidden,
    long seed) {
  /** Copies the lists, and makes room for the prefix. */
  public Demand {
    prefix = List.copyOf(prefix);
    required = List.copyOf(required);
    forbidden = List.copyOf(forbidden);
    maxLength = Math.max(maxLength, prefix.size() + 1);
  }

  /** An output of any kind, up to a length. */
  public static Demand upTo(int maxLength) {
    return new Demand(0, maxLength, List.of(), List.of(), List.of(), 0);
  }
}
