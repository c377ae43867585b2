package gloss.score.rouge.overlap;

import static org.assertj.core.api.Assertions.assertThat;

import gloss.score.ngram.Symbols;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BitLcsTest {
  @Property(tries = 400)
  void agreesWithTheTable(
      @ForAll @IntRange(max = 200) int rows,
      @ForAll @IntRange(max = 200) int columns,
      @ForAll @IntRange(min = 1, max = 60) int tokens,
      @ForAll @IntRange(min = 1, max = 40) int kept,
      @ForAll long seed) {
    Random random = new Random(seed);
    Symbols pattern = text(random, rows, tokens);
    Symbols text = text(random, columns, tokens);
    int[][] table = table(pattern, text);
    BitLcs lcs = new BitLcs(kept);
    lcs.pattern(pattern, 0, rows);
    assertThat(lcs.length(text, 0, columns)).isEqualTo(table[rows][columns]);
    long[] hits = new long[rows / 64 + 1];
    lcs.mark(text, 0, columns, hits);
    assertThat(hits).isEqualTo(marked(table, pattern, text));
  }

  private static Symbols text(Random random, int length, int tokens) {
    Symbols text = new Symbols();
    for (int i = 0; i < length; i++) {
      text.add(random.nextInt(1 + random.nextInt(tokens)));
    }
    return text;
  }

  private static int[][] table(Symbols a, Symbols b) {
    int[][] t = new int[a.size() + 1][b.size() + 1];
    for (int i = 1; i <= a.size(); i++) {
      for (int j = 1; j <= b.size(); j++) {
        t[i][j] =
            a.get(i - 1) == b.get(j - 1) ? t[i - 1][j - 1] + 1 : Math.max(t[i - 1][j], t[i][j - 1]);
      }
    }
    return t;
  }

  private static long[] marked(int[][] t, Symbols a, Symbols b) {
    long[] hits = new long[a.size() / 64 + 1];
    int i = a.size();
    int j = b.size();
    while (i > 0 && j > 0) {
      if (a.get(i - 1) == b.get(j - 1)) {
        i--;
        j--;
        hits[i / 64] |= 1L << (i % 64);
      } else if (t[i][j - 1] > t[i - 1][j]) {
        j--;
      } else {
        i--;
      }
    }
    return hits;
  }

  @Test
  void aPatternMayFollowALongerOne() {
    BitLcs lcs = new BitLcs();
    Symbols text = text(new Random(1), 500, 20);
    lcs.pattern(text, 0, 500);
    assertThat(lcs.length(text, 0, 500)).isEqualTo(500);
    lcs.pattern(text, 10, 20);
    assertThat(lcs.length(text, 10, 20)).isEqualTo(10);
    lcs.pattern(text, 0, 0);
    assertThat(lcs.length(text, 0, 500)).isZero();
  }
}
