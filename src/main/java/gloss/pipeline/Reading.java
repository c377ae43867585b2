package gloss.pipeline;

/**
 * How much of a text was read.
 *
 * @param read from its beginning
 * @param length of the whole
 * @param unit what both count, such as {@code sentences}
 */
public record Reading(int read, int length, String unit) {
  /** Whether all was read. */
  public boolean isWhole() {
    return read == length;
  }

  @Override
  public String toString() {
    return isWhole()
        ? "all of %d %s".formatted(length, unit)
        : "the first %d of %d %s".formatted(read, length, unit);
  }
}
