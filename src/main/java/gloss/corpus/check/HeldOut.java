package gloss.corpus.check;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fingerprints of a split that training must not know, to find those that it knows. */
public final class HeldOut {
  private final String name;
  private final Map<Overlap.Part, Known> parts = new EnumMap<>(Overlap.Part.class);
  private long size;

  /** Makes one without pairs. */
  public HeldOut(String name, int examples) {
    this.name = name;
    for (Overlap.Part part : Overlap.Part.values()) {
      parts.put(part, new Known(examples));
    }
  }

  /** The fingerprints of one part, how many pairs have each, and what training shares. */
  private static final class Known {
    private final FirstSeen lines = new FirstSeen();
    private final Map<Integer, Integer> repeated = new HashMap<>();
    private final BitSet found = new BitSet();
    private final Findings.Tally tally;

    Known(int examples) {
      tally = new Findings.Tally(examples);
    }

    void add(long print, long line) {
      int first = lines.put(print, line);
      if (first > 0) {
        repeated.merge(first, 1, Integer::sum);
      }
    }

    Overlap.Shared shared(Overlap.Part part) {
      long held = found.stream().mapToLong(line -> 1 + repeated.getOrDefault(line, 0)).sum();
      return new Overlap.Shared(part, tally.count(), held, tally.examples());
    }
  }

  private static long print(Overlap.Part part, Prints prints) {
    return switch (part) {
      case PAIR -> prints.pair();
      case SOURCE -> prints.source();
      case TARGET -> prints.target();
    };
  }

  /** Remembers a pair, unless one of its sides is empty. */
  public void add(TextPair pair, Prints prints) {
    size++;
    if (!SplitChecker.isBlank(pair.source()) && !SplitChecker.isBlank(pair.target())) {
      parts.forEach((part, known) -> known.add(print(part, prints), pair.number()));
    }
  }

  /** The line of this split that shares a part with a pair, or 0. */
  public int line(Overlap.Part part, Prints prints) {
    Known known = parts.get(part);
    return known == null ? 0 : known.lines.get(print(part, prints));
  }

  /** The name of the split. */
  public String name() {
    return name;
  }

  /** Counts what a training pair shares. */
  void compare(TextPair pair, Prints prints) {
    parts.forEach(
        (part, known) -> {
          int line = known.lines.get(print(part, prints));
          if (line > 0) {
            known.found.set(line);
            known.tally.add(pair.source().place(), "= " + line);
          }
        });
  }

  Overlap overlap() {
    List<Overlap.Shared> shared =
        parts.entrySet().stream().map(e -> e.getValue().shared(e.getKey())).toList();
    return new Overlap(name, size, shared);
  }
}
