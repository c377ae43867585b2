package gloss.corpus.check;

/**
 * Fingerprints and the number of the line where each was seen first: a hash table with open
 * addressing, 12 bytes a slot, at most 60% full.
 */
public final class FirstSeen {
  private static final int NONE = 0;
  private static final double MOST_FULL = 0.6;

  private long[] fingerprints = new long[1 << 10];
  private int[] lines = new int[1 << 10];
  private int size;

  /**
   * Remembers a fingerprint unless it is known.
   *
   * @param line from 1 to 2³¹ − 1
   * @return the line where it was seen first, or 0 if it is new
   */
  public int put(long fingerprint, long line) {
    if (size >= MOST_FULL * lines.length) {
      grow();
    }
    int slot = slot(fingerprint);
    if (lines[slot] == NONE) {
      fingerprints[slot] = fingerprint;
      lines[slot] = Math.toIntExact(line);
      size++;
      return NONE;
    }
    return lines[slot];
  }

  /** The line where a fingerprint was seen first, or 0 if it was not. */
  public int get(long fingerprint) {
    return lines[slot(fingerprint)];
  }

  /** Number of different fingerprints. */
  public int size() {
    return size;
  }

  private int slot(long fingerprint) {
    int slot = (int) fingerprint & (lines.length - 1);
    while (lines[slot] != NONE && fingerprints[slot] != fingerprint) {
      slot = (slot + 1) & (lines.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] oldFingerprints = fingerprints;
    int[] oldLines = lines;
    fingerprints = new long[2 * oldLines.length];
    lines = new int[2 * oldLines.length];
    for (int i = 0; i < oldLines.length; i++) {
      if (oldLines[i] != NONE) {
        int slot = slot(oldFingerprints[i]);
        fingerprints[slot] = oldFingerprints[i];
        lines[slot] = oldLines[i];
      }
    }
  }
}
