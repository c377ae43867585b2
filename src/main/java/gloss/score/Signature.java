package gloss.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that a score depends on, as ordered pairs: {@code nrefs:1|case:mixed|…|version:…}.
 *
 * <p>Two scores may be compared if their signatures are equal. The order is the corpus' part
 * ({@code nrefs}), the resampling ({@code bs}, {@code ar}, {@code seed}), the metric's settings,
 * the program. Immutable.
 */
public final class Signature {
  private static final Signature EMPTY = new Signature(List.of());
  private static final Signature PROGRAM = EMPTY.with("version", "v", "gloss-" + Version.string());

  /** The resampling's keys, in their order; they stand behind {@code nrefs}. */
  private static final List<String> FIRST = List.of("nrefs", "bs", "ar", "seed");

  /** A key with its short form, and a value. */
  public record Pair(String key, String shortKey, String value) {}

  private final List<Pair> pairs;

  private Signature(List<Pair> pairs) {
    this.pairs = List.copyOf(pairs);
  }

  /** No pairs. */
  public static Signature empty() {
    return EMPTY;
  }

  /** The name and version of this program. */
  public static Signature program() {
    return PROGRAM;
  }

  /** This signature with one more pair at its end. */
  public Signature with(String key, String shortKey, Object value) {
    return and(new Signature(List.of(new Pair(key, shortKey, value.toString()))));
  }

  /** As {@link #with(String, String, Object)}, saying {@code yes} or {@code no}. */
  public Signature with(String key, String shortKey, boolean value) {
    return with(key, shortKey, value ? "yes" : "no");
  }

  /** These pairs, then those. */
  public Signature and(Signature other) {
    List<Pair> all = new ArrayList<>(pairs);
    all.addAll(other.pairs);
    return new Signature(all);
  }

  /** This signature with the pairs of a resampling at their place. */
  public Signature withResampling(Signature resampling) {
    List<Pair> all = new ArrayList<>(and(resampling).pairs);
    all.sort(Comparator.comparingInt(pair -> rank(pair.key())));
    return new Signature(all);
  }

  private static int rank(String key) {
    int index = FIRST.indexOf(key);
    return index < 0 ? FIRST.size() : index;
  }

  /** Key to value, in order. */
  public Map<String, String> pairs() {
    Map<String, String> map = new LinkedHashMap<>();
    pairs.forEach(pair -> map.put(pair.key(), pair.value()));
    return map;
  }

  private String join(Function<Pair, String> key) {
    return pairs.stream()
        .map(pair -> key.apply(pair) + ":" + pair.value())
        .collect(Collectors.joining("|"));
  }

  /** {@code #:1|c:mixed|…}. */
  public String toShortString() {
    return join(Pair::shortKey);
  }

  /** {@code nrefs:1|case:mixed|…}. */
  @Override
  public String toString() {
    return join(Pair::key);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Signature signature && pairs.equals(signature.pairs);
  }

  @Override
  public int hashCode() {
    return pairs.hashCode();
  }
}
