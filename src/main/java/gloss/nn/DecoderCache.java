package gloss.nn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which places of a decoder's cache belong to which hypothesis.
 *
 * <p>The keys and values of a step are put behind those of the steps before, for all hypotheses of
 * a source side by side, and never move again: which of them are a hypothesis' own past is told to
 * attention by a mask. So hypotheses that share a past share its keys and values, none of which is
 * copied when the beam is reordered.
 */
final class DecoderCache {
  /** For each row the source that it belongs to. */
  private int[] sources;

  /** For each row the places of its past. */
  private List<BitSet> pasts = new ArrayList<>();

  /** For each row the place of its newest word among those of its source. */
  private int[] columns;

  private int batch;
  private int width;
  private int slots;

  DecoderCache(int batch) {
    this.batch = batch;
    sources = IntStream.range(0, batch).toArray();
    columns = new int[batch];
    for (int row = 0; row < batch; row++) {
      pasts.add(new BitSet());
    }
    arrange();
  }

  /** Gives each row a column: all sources get as many as the one with the most rows. */
  private void arrange() {
    int[] counts = new int[batch];
    columns = new int[sources.length];
    for (int row = 0; row < sources.length; row++) {
      columns[row] = counts[sources[row]]++;
    }
    width = Arrays.stream(counts).max().orElse(0);
  }

  int batch() {
    return batch;
  }

  /** How many places of each source are taken. */
  int slots() {
    return slots;
  }

  /** How many hypotheses a source has at most. */
  int width() {
    return width;
  }

  /** Takes a place for one more word of each row. */
  void advance() {
    for (int row = 0; row < sources.length; row++) {
      // A hypothesis that comes twice has one past until both go on.
      BitSet past = (BitSet) pasts.get(row).clone();
      past.set(slots + columns[row]);
      pasts.set(row, past);
    }
    slots += width;
  }

  /**
   * What each row may look at: (batch, 1, width, slots), row by row. A place where no row stands
   * looks at itself, since attention to nothing is not a number, which would spread.
   */
  boolean[] mask() {
    boolean[] mask = new boolean[batch * width * slots];
    for (int place = 0; place < batch * width; place++) {
      mask[place * slots + slots - width + place % width] = true;
    }
    for (int row = 0; row < sources.length; row++) {
      int start = (sources[row] * width + columns[row]) * slots;
      BitSet past = pasts.get(row);
      for (int i = past.nextSetBit(0); i >= 0; i = past.nextSetBit(i + 1)) {
        mask[start + i] = true;
      }
    }
    return mask;
  }

  /** Whether every row may look at all that its source has. */
  boolean isAllSeen() {
    return pasts.stream().allMatch(past -> past.cardinality() == slots);
  }

  /** Whether row i is source i / width, column i % width. */
  boolean isInPlace() {
    if (sources.length != batch * width) {
      return false;
    }
    for (int row = 0; row < sources.length; row++) {
      if (sources[row] * width + columns[row] != row) {
        return false;
      }
    }
    return true;
  }

  /** For each place of (batch, width) the row that stands there; the first where none does. */
  long[] grid() {
    long[] grid = new long[batch * width];
    for (int row = 0; row < sources.length; row++) {
      grid[sources[row] * width + columns[row]] = row;
    }
    return grid;
  }

  /** For each row its place in (batch, width). */
  long[] places() {
    long[] places = new long[sources.length];
    Arrays.setAll(places, row -> (long) sources[row] * width + columns[row]);
    return places;
  }

  /**
   * Keeps the rows given.
   *
   * @return the sources that are left, in order
   */
  int[] select(int[] rows) {
    int[] left = Arrays.stream(rows).map(row -> sources[row]).sorted().distinct().toArray();
    int[] chosen = new int[rows.length];
    List<BitSet> chosenPasts = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      chosen[i] = Arrays.binarySearch(left, sources[rows[i]]);
      chosenPasts.add(pasts.get(rows[i]));
    }
    sources = chosen;
    pasts = chosenPasts;
    batch = left.length;
    arrange();
    return left;
  }

  /** The places that are a past of some hypothesis, for each source. */
  private List<BitSet> used() {
    List<BitSet> used = new ArrayList<>();
    for (int i = 0; i < batch; i++) {
      used.add(new BitSet());
    }
    for (int row = 0; row < sources.length; row++) {
      used.get(sources[row]).or(pasts.get(row));
    }
    return used;
  }

  /**
   * Forgets places that are nobody's past any more, if they are more than those in use.
   *
   * @return for each source the places that stay, (batch · places), filled up with any; empty if
   *     all stay
   */
  long[] pack() {
    int few = 16;
    List<BitSet> used = used();
    int most = used.stream().mapToInt(BitSet::cardinality).max().orElse(0);
    if (slots <= 2 * most + few) {
      return new long[0];
    }
    long[] kept = new long[batch * most];
    int[][] ranks = new int[batch][slots];
    for (int source = 0; source < batch; source++) {
      int rank = 0;
      BitSet places = used.get(source);
      for (int i = places.nextSetBit(0); i >= 0; i = places.nextSetBit(i + 1)) {
        kept[source * most + rank] = i;
        ranks[source][i] = rank++;
      }
    }
    for (int row = 0; row < sources.length; row++) {
      BitSet packed = new BitSet();
      int[] rank = ranks[sources[row]];
      pasts.get(row).stream().forEach(place -> packed.set(rank[place]));
      pasts.set(row, packed);
    }
    slots = most;
    return kept;
  }
}
