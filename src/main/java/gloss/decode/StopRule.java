package gloss.decode;

/** When the search for a sequence's output ends before its longest length. */
@FunctionalInterface
interface StopRule {
  /**
   * Whether it ends here.
   *
   * @param finished the scores of finished hypotheses, the highest first
   * @param bound what an unfinished one could reach at best
   */
  boolean isDone(double[] finished, double bound);

  /** With so many finished hypotheses, whatever the others may become. */
  static StopRule finished(int count) {
    return (finished, bound) -> finished.length >= count;
  }

  /** When the {@code wanted} best cannot be overtaken. */
  static StopRule optimal(int wanted) {
    return (finished, bound) -> finished.length >= wanted && finished[wanted - 1] >= bound;
  }

  /** When nothing is left to go on with. */
  static StopRule never() {
    return (finished, bound) -> false;
  }
}
