package gloss.score;

import gloss.text.InputException;
import java.util.List;

/**
 * What a system wrote for one input, with the texts that it should have written.
 *
 * @param hypothesis the system's text; may be empty
 * @param references one or more; an empty one counts as a text of length zero
 */
public record Segment(String hypothesis, List<String> references) {
  /** Checks that there is a reference. */
  public Segment {
    references = List.copyOf(references);
    if (references.isEmpty()) {
      throw new InputException("a segment has no reference: '" + abbreviated(hypothesis) + "'");
    }
  }

  /** A segment with the references given. */
  public static Segment of(String hypothesis, String... references) {
    return new Segment(hypothesis, List.of(references));
  }

  private static String abbreviated(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
