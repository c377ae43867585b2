package gloss.corpus.check;

import java.util.List;

/**
 * What training shares with a split that it must not know.
 *
 * @param split the name of the split
 * @param size number of its pairs
 */
public record Overlap(String split, long size, List<Shared> shared) {
  /** Copies the list. */
  public Overlap {
    shared = List.copyOf(shared);
  }

  /** What is shared: whole pairs, or one side of them. */
  public enum Part {
    /** Both sides. */
    PAIR,
    /** The source, with this target or another. */
    SOURCE,
    /** The target, with this source or another. */
    TARGET
  }

  /**
   * Equal texts, but for case and white space.
   *
   * @param training pairs of the training split that have one
   * @param held pairs of the other split that have one
   */
  public record Shared(Part part, long training, long held, List<Finding.Example> examples) {
    /** Copies the list. */
    public Shared {
      examples = List.copyOf(examples);
    }
  }

  /** Whether anything is shared. */
  public boolean isFound() {
    return shared.stream().anyMatch(s -> s.training() > 0);
  }
}
