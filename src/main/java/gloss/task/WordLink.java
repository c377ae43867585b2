package gloss.task;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Two words that go together, counted from 0. Words are what white space parts.
 *
 * @param source the word of the line
 * @param target the word of its translation
 */
public record WordLink(int source, int target) {
  /** Links in the format of Pharaoh (Koehn 2004): {@code 0-0 1-2 2-1}. */
  public static String pharaoh(List<WordLink> links) {
    return links.stream().map(WordLink::toString).collect(Collectors.joining(" "));
  }

  @Override
  public String toString() {
    return source + "-" + target;
  }
}
