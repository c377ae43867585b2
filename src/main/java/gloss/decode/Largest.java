package gloss.decode;

import java.util.Arrays;

/** The largest of many numbers. */
final class Largest {
  private Largest() {}

  /**
   * The {@code count} largest, largest first; of equal ones the first. What is not a number or
   * minus infinity is passed over; where too few are left, minus infinity stands for them.
   *
   * @param values takes the numbers, from {@code at} on
   * @param places takes where they stand
   */
  static void of(float[] x, int count, float[] values, int[] places, int at) {
    int last = at + count - 1;
    Arrays.fill(values, at, at + count, Float.NEGATIVE_INFINITY);
    for (int i = 0; i < x.length; i++) {
      if (x[i] > values[last]) {
        int to = last;
        for (; to > at && x[i] > values[to - 1]; to--) {
          values[to] = values[to - 1];
          places[to] = places[to - 1];
        }
        values[to] = x[i];
        places[to] = i;
      }
    }
  }
}
