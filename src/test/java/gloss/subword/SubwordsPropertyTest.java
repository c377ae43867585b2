package gloss.subword;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

/** What holds for every text. */
class SubwordsPropertyTest {
  private static final List<String> LINES = RandomText.lines(new Random(1), 200, "abcdeéß日!", 60);
  private static final Subwords SUBWORDS = Subwords.learn(LINES, 500);

  private static String text(long seed) {
    return RandomText.line(new Random(seed), 80);
  }

  @Property(tries = 2_000)
  void decodingGivesTheTextBack(@ForAll long seed) {
    assertThat(SUBWORDS.decode(SUBWORDS.encode(text(seed)))).isEqualTo(text(seed));
  }

  @Property(tries = 2_000)
  void anyValidStringComesBack(@ForAll String any) {
    String text = any.replaceAll("[\\x{D800}-\\x{DFFF}]", "\uFFFD");
    assertThat(SUBWORDS.decode(SUBWORDS.encode(text))).isEqualTo(text);
  }

  @Property(tries = 500)
  void dropoutLosesNothing(@ForAll long seed, @ForAll @DoubleRange(min = 0, max = 1) double p) {
    int[] ids = SUBWORDS.encode(text(seed), p, new Random(seed));
    assertThat(SUBWORDS.decode(ids)).isEqualTo(text(seed));
  }

  @Property(tries = 500)
  void dropoutIsRepeatable(@ForAll long seed) {
    assertThat(SUBWORDS.encode(text(seed), 0.2, new Random(seed)))
        .isEqualTo(SUBWORDS.encode(text(seed), 0.2, new Random(seed)));
  }

  /** A dropout too small ever to strike merges every piece anew, past the memory of pieces. */
  @Property(tries = 500)
  void whatIsRememberedIsWhatWouldBeMerged(@ForAll long seed) {
    String line = RandomText.lines(new Random(seed), 1, "abcdeéß日!", 80).get(0);
    assertThat(SUBWORDS.encode(line, Double.MIN_VALUE, new Random(seed)))
        .isEqualTo(SUBWORDS.encode(line))
        .isEqualTo(SUBWORDS.encode(line));
  }

  @Property(tries = 500)
  void noTextBecomesASpecialToken(@ForAll long seed) {
    for (int id : SUBWORDS.encode(text(seed))) {
      assertThat(SUBWORDS.vocabulary().isSpecial(id)).isFalse();
    }
  }

  @Example
  void manyThreadsGetWhatOneGets() throws Exception {
    List<int[]> expected = LINES.stream().map(Subwords.learn(LINES, 500)::encode).toList();
    Subwords shared = Subwords.learn(LINES, 500);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<int[]>>> results = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        results.add(threads.submit(() -> LINES.stream().map(shared::encode).toList()));
      }
      for (Future<List<int[]>> result : results) {
        assertThat(result.get()).usingRecursiveComparison().isEqualTo(expected);
      }
    } finally {
      threads.shutdown();
    }
  }
}
