package gloss.score.ngram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Against counting with maps of lists. */
class NgramMatcherTest {
  @Provide
  Arbitrary<List<Integer>> texts() {
    // Few symbols repeat n-grams, many make them unique; -1 and large ones must do, too.
    Arbitrary<Integer> few = Arbitraries.of(0, 1, 2);
    Arbitrary<Integer> many = Arbitraries.of(-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0x10ffff);
    return Arbitraries.oneOf(few.list().ofMaxSize(30), many.list().ofMaxSize(30));
  }

  @Property
  void asCountedByMaps(
      @ForAll("texts") List<Integer> hypothesis,
      @ForAll("texts") List<Integer> one,
      @ForAll("texts") List<Integer> two,
      @ForAll @IntRange(min = 1, max = 7) int orders) {
    NgramMatcher matcher = new NgramMatcher(orders);
    matcher.hypothesis(symbols(two));
    matcher.match(symbols(hypothesis), new double[orders], 0);

    matcher.hypothesis(symbols(hypothesis));
    double[] both = new double[orders + 1];
    matcher.matchMore(symbols(one), both, 1);
    matcher.matchMore(symbols(two), both, 1);
    matcher.hypothesis(symbols(hypothesis));
    double[] first = new double[orders];
    matcher.match(symbols(one), first, 0);
    double[] second = new double[orders];
    matcher.match(symbols(two), second, 0);

    for (int n = 1; n <= orders; n++) {
      Map<List<Integer>, Integer> most = new HashMap<>(counts(one, n));
      counts(two, n).forEach((gram, count) -> most.merge(gram, count, Math::max));
      assertThat(both[n]).isEqualTo(shared(counts(hypothesis, n), most));
      assertThat(first[n - 1]).isEqualTo(shared(counts(hypothesis, n), counts(one, n)));
      assertThat(second[n - 1]).isEqualTo(shared(counts(hypothesis, n), counts(two, n)));
    }
  }

  private static Symbols symbols(List<Integer> values) {
    Symbols symbols = new Symbols();
    values.forEach(symbols::add);
    return symbols;
  }

  private static Map<List<Integer>, Integer> counts(List<Integer> text, int n) {
    Map<List<Integer>, Integer> counts = new HashMap<>();
    for (int i = 0; i + n <= text.size(); i++) {
      counts.merge(List.copyOf(text.subList(i, i + n)), 1, Integer::sum);
    }
    return counts;
  }

  private static double shared(
      Map<List<Integer>, Integer> hypothesis, Map<List<Integer>, Integer> reference) {
    return hypothesis.entrySet().stream()
        .mapToInt(e -> Math.min(e.getValue(), reference.getOrDefault(e.getKey(), 0)))
        .sum();
  }
}
