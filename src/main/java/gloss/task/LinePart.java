package gloss.task;

/**
 * A part of a line that is translated by itself, or stays as it is.
 *
 * @param text of the part
 * @param ids its subwords; none where it stays as it is
 */
record LinePart(String text, int[] ids) {
  /** Whether it is not translated. */
  boolean isCopied() {
    return ids.length == 0;
  }
}
