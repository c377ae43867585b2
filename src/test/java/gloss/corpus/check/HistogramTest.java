package gloss.corpus.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HistogramTest {
  @Property
  void isThatOfTheSortedNumbers(
      @ForAll @Size(min = 1, max = 50) List<@IntRange(max = 2000) Integer> numbers,
      @ForAll @DoubleRange(min = 0.01, max = 1) double q) {
    Histogram histogram = new Histogram();
    numbers.forEach(histogram::add);
    List<Integer> sorted = numbers.stream().sorted().toList();
    int index = (int) Math.ceil(q * sorted.size()) - 1;
    assertThat(histogram.quantile(q)).isEqualTo(sorted.get(index));
    assertThat(histogram.above(1000)).isEqualTo(numbers.stream().filter(n -> n > 1000).count());
    assertThat(histogram.max()).isEqualTo(sorted.get(sorted.size() - 1));
    assertThat(histogram.mean())
        .isCloseTo(numbers.stream().mapToInt(n -> n).average().orElseThrow(), within(1e-9));
  }

  @Test
  void knowsNothingAndVeryMuch() {
    Histogram histogram = new Histogram();
    assertThat(List.of(histogram.quantile(0.5), histogram.max())).containsOnly(0);
    assertThat(histogram.mean()).isZero();
    histogram.add(Integer.MAX_VALUE);
    assertThat(histogram.quantile(0.5)).isEqualTo(Histogram.LIMIT);
    assertThat(histogram.max()).isEqualTo(Integer.MAX_VALUE);
  }
}
