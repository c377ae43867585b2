package gloss.batch;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Source and target sequences of ids, without begin and end marks. */
public final class SequencePairs {
  private final int[][] sources;
  private final int[][] targets;
  private final int[] lines;

  /**
   * Different numbers of sources, targets and lines are an {@link IllegalArgumentException}.
   *
   * @param lines the line of each pair in its text, from 1, for messages and for restoring order
   */
  public SequencePairs(int[][] sources, int[][] targets, int[] lines) {
    if (sources.length != targets.length || sources.length != lines.length) {
      throw new IllegalArgumentException(
          "%d sources, %d targets, %d lines"
              .formatted(sources.length, targets.length, lines.length));
    }
    this.sources = sources;
    this.targets = targets;
    this.lines = lines;
  }

  /** Pairs in the order of their lines. */
  public static SequencePairs of(int[][] sources, int[][] targets) {
    return new SequencePairs(sources, targets, IntStream.rangeClosed(1, sources.length).toArray());
  }

  /** The sources. The array itself, not a copy; so the others. */
  public int[][] sources() {
    return sources;
  }

  /** The targets. */
  public int[][] targets() {
    return targets;
  }

  /** The line of each pair in its text, from 1. */
  public int[] lines() {
    return lines;
  }

  /** Number of pairs. */
  public int size() {
    return lines.length;
  }

  /** The pairs at the given indices, in that order. */
  public SequencePairs select(int... indices) {
    return new SequencePairs(
        Arrays.stream(indices).mapToObj(i -> sources[i]).toArray(int[][]::new),
        Arrays.stream(indices).mapToObj(i -> targets[i]).toArray(int[][]::new),
        Arrays.stream(indices).map(i -> lines[i]).toArray());
  }

  /** Columns that each source needs, with its end mark. */
  public int[] sourceLengths() {
    return Arrays.stream(sources).mapToInt(source -> source.length + 1).toArray();
  }

  /** Columns that each target needs, with its begin or end mark. */
  public int[] targetLengths() {
    return Arrays.stream(targets).mapToInt(target -> target.length + 1).toArray();
  }
}
