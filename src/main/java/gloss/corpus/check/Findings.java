package gloss.corpus.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what is found and keeps the first examples of each kind. */
final class Findings {
  private final int examples;
  private final Map<Finding.Kind, Tally> tallies = new EnumMap<>(Finding.Kind.class);

  Findings(int examples) {
    this.examples = examples;
  }

  /** A count and the first examples. */
  static final class Tally {
    private final int most;
    private final List<Finding.Example> examples = new ArrayList<>();
    private long count;

    Tally(int most) {
      this.most = most;
    }

    void add(String place, String detail) {
      count++;
      if (examples.size() < most) {
        examples.add(new Finding.Example(place, detail));
      }
    }

    /** Some that are no examples. */
    void countMore(long more) {
      count += more;
    }

    void addAll(Tally other) {
      other.examples.stream().limit(most - examples.size()).forEach(examples::add);
      count += other.count;
    }

    long count() {
      return count;
    }

    List<Finding.Example> examples() {
      return List.copyOf(examples);
    }

    Finding finding(Finding.Kind kind) {
      return new Finding(kind, count, examples);
    }
  }

  void add(Finding.Kind kind, String place, String detail) {
    tally(kind).add(place, detail);
  }

  Tally tally(Finding.Kind kind) {
    return tallies.computeIfAbsent(kind, k -> new Tally(examples));
  }

  /** What was found, in the order of the kinds. */
  List<Finding> list() {
    return tallies.entrySet().stream()
        .filter(e -> e.getValue().count() > 0)
        .map(e -> e.getValue().finding(e.getKey()))
        .toList();
  }
}
