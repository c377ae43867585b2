package gloss.corpus.check;

import gloss.text.InputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Checks the splits of a corpus: each by itself, and the first one against the others. */
public final class Checker {
  private final int examples;

  /**
   * Makes a checker.
   *
   * @param examples how many places are named for each thing that is found
   */
  public Checker(int examples) {
    this.examples = examples;
  }

  /**
   * Reads every split once.
   *
   * @param splits the training split first; what it shares with the others is their overlap
   */
  public CorpusReport check(List<NamedPairs> splits) throws IOException {
    List<HeldOut> others = new ArrayList<>();
    List<SplitReport> reports = new ArrayList<>();
    for (NamedPairs split : splits.subList(1, splits.size())) {
      HeldOut heldOut = new HeldOut(split.name(), examples);
      reports.add(read(split, heldOut::add));
      others.add(heldOut);
    }
    // Last, when it is known what must not be in it.
    reports.add(
        0,
        read(
            splits.get(0), (pair, prints) -> others.forEach(other -> other.compare(pair, prints))));
    return new CorpusReport(reports, others.stream().map(HeldOut::overlap).toList());
  }

  /** Does something more with every pair. */
  private interface More {
    void add(TextPair pair, Prints prints);
  }

  private SplitReport read(NamedPairs split, More more) throws IOException {
    SplitChecker checker = new SplitChecker(split.name(), examples);
    try (PairSource.Pairs pairs = split.pairs().open()) {
      for (TextPair pair = pairs.next(); pair != null; pair = pairs.next()) {
        if (pair.number() > Integer.MAX_VALUE) {
          throw InputException.in(pair.source().file(), "has more than 2,147,483,647 lines");
        }
        Prints prints = Prints.of(pair);
        checker.add(pair, prints);
        more.add(pair, prints);
      }
    }
    return checker.report();
  }
}
