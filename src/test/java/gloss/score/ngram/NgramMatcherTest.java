package gloss.score.ngram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Every way of counting against counting with maps of lists. */
class NgramMatcherTest {
  /** Every way to match, with the longest hypothesis that it takes. */
  private record Way(SharedNgrams ngrams, int most) {}

  private static List<Way> ways(int orders) {
    return List.of(
        new Way(new WordNgrams(orders), WordNgrams.MOST),
        new Way(new WordsNgrams(orders), WordsNgrams.MOST),
        new Way(new HashedNgrams(orders), Integer.MAX_VALUE));
  }

  @Provide
  Arbitrary<List<Integer>> texts() {
    // Few symbols repeat n-grams, many make them unique; -1, large ones and such as are equal in
    // their low bits must do, too.
    Arbitrary<Integer> few = Arbitraries.of(0, 1, 2);
    Arbitrary<Integer> many =
        Arbitraries.of(-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0x100, 0x200, 0x400, 0x10ff00, 0x10ffff);
    Arbitrary<Integer> lengths =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 30),
            Arbitraries.of(63, 64, 65, 127, 128, 129, 511, 512, 513));
    return Combinators.combine(Arbitraries.of(few, many), lengths)
        .flatAs((symbols, length) -> symbols.list().ofSize(length));
  }

  @Property(tries = 300)
  void asCountedByMaps(
      @ForAll("texts") List<Integer> hypothesis,
      @ForAll("texts") List<Integer> one,
      @ForAll("texts") List<Integer> two,
      @ForAll @IntRange(min = 1, max = 7) int orders) {
    for (Way way : ways(orders)) {
      if (hypothesis.size() <= way.most()) {
        check(way.ngrams(), hypothesis, one, two, orders);
      }
    }
  }

  private static void check(
      SharedNgrams matcher,
      List<Integer> hypothesis,
      List<Integer> one,
      List<Integer> two,
      int orders) {
    // What an earlier text left behind must not matter.
    matcher.hypothesis(symbols(two.subList(0, Math.min(two.size(), 50))));
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

  @Property(tries = 100)
  void ofAnyLengthAndTheHighestOrder(
      @ForAll("texts") List<Integer> hypothesis, @ForAll("texts") List<Integer> reference) {
    NgramMatcher matcher = new NgramMatcher(NgramMatcher.MAX_ORDER);
    HashedNgrams hashed = new HashedNgrams(NgramMatcher.MAX_ORDER);
    double[] fast = new double[NgramMatcher.MAX_ORDER];
    double[] simple = new double[NgramMatcher.MAX_ORDER];
    matcher.hypothesis(symbols(hypothesis));
    matcher.match(symbols(reference), fast, 0);
    hashed.hypothesis(symbols(hypothesis));
    hashed.match(symbols(reference), simple, 0);
    assertThat(fast).isEqualTo(simple);
  }

  private static Symbols symbols(List<Integer> values) {
    Symbols symbols = new Symbols();
    values.forEach(symbols::add);
    return symbols;
  }

  private static Map<List<Integer>, Integer> counts(List<Integer> text, int n) {
    Map<List<Integer>, Integer> counts = new HashMap<>();
    for (int i = 0; i + n <= text.size(); i++) {
      counts.merge(text.subList(i, i + n), 1, Integer::sum);
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
