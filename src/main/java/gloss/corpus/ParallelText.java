package gloss.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Source and target lines, one beside the other, all in memory: for validation and test. Text of
 * any size is read with {@link ParallelFiles#open}.
 *
 * @param sources one line each
 * @param targets as many lines
 */
public record ParallelText(List<String> sources, List<String> targets) {
  /** Copies both lists; different lengths are an {@link IllegalArgumentException}. */
  public ParallelText {
    sources = List.copyOf(sources);
    targets = List.copyOf(targets);
    if (sources.size() != targets.size()) {
      throw new IllegalArgumentException(
          sources.size() + " source lines, " + targets.size() + " target lines");
    }
  }

  /**
   * Reads both sides whole. No line at all, or not as many on both sides, is an {@link
   * gloss.text.InputException}.
   */
  public static ParallelText read(ParallelFiles files) throws IOException {
    List<String> sources = new ArrayList<>();
    List<String> targets = new ArrayList<>();
    try (ParallelReader reader = files.open()) {
      for (LinePair pair = reader.next(); pair != null; pair = reader.next()) {
        sources.add(pair.source());
        targets.add(pair.target());
      }
    }
    return new ParallelText(sources, targets);
  }

  /** Number of pairs. */
  public int size() {
    return sources.size();
  }
}
