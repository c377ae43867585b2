package gloss.decode;

import java.util.List;

/**
 * Tokens with a meaning of their own.
 *
 * @param begin what a sequence starts from
 * @param end what ends it
 * @param never those that are never written; {@code end} is not among them
 */
public record Marks(int begin, int end, List<Integer> never) {
  /** Copies the list. */
  public Marks {
    never = List.copyOf(never);
  }
}
