package gloss.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WordDropoutTest {
  private static final int UNKNOWN = 1;

  private static SequencePairs pairs(int lines) {
    int[][] sources = new int[lines][];
    for (int i = 0; i < lines; i++) {
      sources[i] = new int[10];
      Arrays.fill(sources[i], 7 + i);
    }
    return SequencePairs.of(sources, sources.clone());
  }

  @Property(tries = 50)
  void dependsOnTheLineAndNotOnItsPlace(
      @ForAll long seed, @ForAll @IntRange(min = 1) int epoch, @ForAll @IntRange(max = 19) int i) {
    WordDropout dropout = new WordDropout(0.3, UNKNOWN, seed);
    SequencePairs pairs = pairs(20);
    assertThat(dropout.apply(pairs.select(i), epoch).sources()[0])
        .isEqualTo(dropout.apply(pairs, epoch).sources()[i]);
  }

  @Test
  void replacesTheShareAskedForAnewInEachEpoch() {
    WordDropout dropout = new WordDropout(0.3, UNKNOWN, 5);
    SequencePairs pairs = pairs(2000);
    SequencePairs first = dropout.apply(pairs, 1);
    long replaced =
        Arrays.stream(first.sources()).flatMapToInt(Arrays::stream).filter(i -> i == 1).count();
    assertThat(replaced / 20_000.0).isBetween(0.28, 0.32);
    assertThat(first.targets()).isSameAs(pairs.targets());
    assertThat(first.lines()).isSameAs(pairs.lines());
    assertThat(dropout.apply(pairs, 2).sources()).isNotEqualTo(first.sources());
    assertThat(pairs.sources()[0]).containsOnly(7);
  }

  @Test
  void withoutAShareNothingHappens() {
    SequencePairs pairs = pairs(3);
    assertThat(new WordDropout(0, UNKNOWN, 5).apply(pairs, 1)).isSameAs(pairs);
  }
}
