package gloss.score;

import gloss.text.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Joins parallel lists of texts to segments. */
public final class Segments {
  private Segments() {}

  /**
   * Segment <em>i</em> has line <em>i</em> of the hypotheses and of every reference stream. A null
   * in a reference stream is a reference that is missing.
   *
   * @param streams <em>K</em> streams with as many lines as there are hypotheses: one list per
   *     translator, not one list per segment
   * @throws InputException if a length differs (both are named) or a segment has no reference
   */
  @SafeVarargs
  public static List<Segment> of(
      List<String> hypotheses, List<? extends @Nullable String>... streams) {
    List<List<? extends @Nullable String>> list = new ArrayList<>();
    for (List<? extends @Nullable String> stream : streams) {
      list.add(stream);
    }
    return of(hypotheses, list);
  }

  /** As {@link #of(List, List[])}, for any number of streams. */
  public static List<Segment> of(
      List<String> hypotheses, Iterable<? extends List<? extends @Nullable String>> streams) {
    int stream = 0;
    for (List<? extends @Nullable String> references : streams) {
      stream++;
      checkLength(hypotheses.size(), references.size(), stream);
    }
    List<Segment> segments = new ArrayList<>(hypotheses.size());
    for (int i = 0; i < hypotheses.size(); i++) {
      segments.add(new Segment(hypotheses.get(i), line(streams, i)));
    }
    return segments;
  }

  private static void checkLength(int hypotheses, int references, int stream) {
    if (hypotheses != references) {
      throw new InputException(
          "there are "
              + hypotheses
              + " hypotheses, but reference stream "
              + stream
              + " has "
              + references
              + " lines; give one stream per translator, each as long as the hypotheses");
    }
  }

  private static List<String> line(
      Iterable<? extends List<? extends @Nullable String>> streams, int i) {
    List<String> references = new ArrayList<>(1);
    for (List<? extends @Nullable String> stream : streams) {
      String reference = stream.get(i);
      if (reference != null) {
        references.add(Objects.requireNonNull(reference));
      }
    }
    return references;
  }
}
