package gloss.corpus.check;

import java.util.Arrays;

/** Counts of whole numbers from 0 on, for their mean and quantiles. */
public final class Histogram {
  /** Numbers from here on count as this one. */
  static final int LIMIT = 1 << 20;

  private long[] counts = new long[256];
  private long size;
  private long sum;
  private int max;

  /** Counts a number. */
  void add(int value) {
    int bin = Math.min(value, LIMIT);
    if (bin >= counts.length) {
      counts = Arrays.copyOf(counts, Math.max(bin + 1, 2 * counts.length));
    }
    counts[bin]++;
    size++;
    sum += value;
    max = Math.max(max, value);
  }

  /** The mean; 0 of nothing. */
  public double mean() {
    return size == 0 ? 0 : sum / (double) size;
  }

  /** The greatest number; 0 of nothing. */
  public int max() {
    return max;
  }

  /** How many numbers are greater than a limit. */
  long above(int limit) {
    long above = 0;
    for (int bin = Math.min(limit, LIMIT) + 1; bin < counts.length; bin++) {
      above += counts[bin];
    }
    return above;
  }

  /** The smallest number that at least the share {@code q} of all numbers do not exceed. */
  public int quantile(double q) {
    long wanted = (long) Math.ceil(q * size);
    long seen = 0;
    for (int bin = 0; bin < counts.length; bin++) {
      seen += counts[bin];
      if (seen >= wanted && seen > 0) {
        return bin;
      }
    }
    return 0;
  }
}
