package gloss.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The places that a row may look at must be those of its own past, whatever happened to rows. */
class DecoderCacheTest {
  /** What a cache remembers, written down: for each source and place the word that stands there. */
  private static final class Written {
    List<List<Integer>> places = new ArrayList<>();
  }

  @Property(tries = 200)
  void aRowSeesItsOwnPastAndNothingElse(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int batch) {
    Random random = new Random(seed);
    DecoderCache cache = new DecoderCache(batch);
    Written written = new Written();
    List<List<Integer>> pasts = new ArrayList<>();
    int[] sources = IntStream.range(0, batch).toArray();
    for (int i = 0; i < batch; i++) {
      written.places.add(new ArrayList<>());
      pasts.add(List.of());
    }
    int word = 1;
    for (int step = 0; step < 30 && sources.length > 0; step++) {
      cache.advance();
      int[] words = new int[sources.length];
      for (int row = 0; row < words.length; row++) {
        words[row] = word++;
      }
      write(cache, written, words);
      for (int row = 0; row < words.length; row++) {
        List<Integer> longer = new ArrayList<>(pasts.get(row));
        longer.add(words[row]);
        pasts.set(row, longer);
      }
      assertSees(cache, written, pasts, sources);
      int[] chosen = random.ints(1 + random.nextInt(6), 0, sources.length).toArray();
      int[] left = cache.select(chosen);
      List<List<Integer>> before = pasts;
      pasts = new ArrayList<>(Arrays.stream(chosen).mapToObj(before::get).toList());
      int[] old = sources;
      sources = Arrays.stream(chosen).map(row -> Arrays.binarySearch(left, old[row])).toArray();
      List<List<Integer>> all = written.places;
      written.places = new ArrayList<>(Arrays.stream(left).mapToObj(all::get).toList());
      pack(cache, written);
    }
  }

  private static void write(DecoderCache cache, Written written, int[] words) {
    long[] grid = cache.grid();
    for (int source = 0; source < cache.batch(); source++) {
      for (int column = 0; column < cache.width(); column++) {
        int row = (int) grid[source * cache.width() + column];
        written.places.get(source).add(words[row]);
      }
    }
  }

  private static void assertSees(
      DecoderCache cache, Written written, List<List<Integer>> pasts, int[] sources) {
    boolean[] mask = cache.mask();
    long[] places = cache.places();
    for (int row = 0; row < sources.length; row++) {
      List<Integer> seen = new ArrayList<>();
      for (int slot = 0; slot < cache.slots(); slot++) {
        if (mask[(int) places[row] * cache.slots() + slot]) {
          seen.add(written.places.get(sources[row]).get(slot));
        }
      }
      assertThat(seen).isEqualTo(pasts.get(row));
    }
  }

  private static void pack(DecoderCache cache, Written written) {
    long[] kept = cache.pack();
    for (int source = 0; kept.length > 0 && source < cache.batch(); source++) {
      List<Integer> old = written.places.get(source);
      int start = source * cache.slots();
      written.places.set(
          source,
          new ArrayList<>(
              Arrays.stream(kept, start, start + cache.slots())
                  .mapToObj(place -> old.get((int) place))
                  .toList()));
    }
  }
}
