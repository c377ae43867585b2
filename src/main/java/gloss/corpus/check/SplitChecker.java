package gloss.corpus.check;

import gloss.text.WhiteSpace;

/** What there is to see of one split, pair by pair. */
final class SplitChecker {
  private final String name;
  private final Findings findings;
  private final SideChecker source;
  private final SideChecker target;
  private final Ratios ratios;
  private final FirstSeen pairs = new FirstSeen();
  private final FirstSeen sources = new FirstSeen();
  private long count;

  SplitChecker(String name, int examples) {
    this.name = name;
    findings = new Findings(examples);
    source = new SideChecker(findings, examples);
    target = new SideChecker(findings, examples);
    ratios = new Ratios(examples);
  }

  /** Takes a pair and its fingerprints. */
  void add(TextPair pair, Prints prints) {
    count++;
    source.add(pair.source());
    target.add(pair.target());
    String place = pair.source().place();
    if (isBlank(pair.source()) || isBlank(pair.target())) {
      findings.add(Finding.Kind.EMPTY, place, isBlank(pair.source()) ? "source" : "target");
      return;
    }
    ratios.add(pair);
    if (WhiteSpace.strip(pair.source().text()).equals(WhiteSpace.strip(pair.target().text()))) {
      findings.add(Finding.Kind.IDENTICAL, place, "");
    }
    int samePair = pairs.put(prints.pair(), pair.number());
    int sameSource = sources.put(prints.source(), pair.number());
    if (samePair > 0) {
      findings.add(Finding.Kind.DUPLICATE_PAIR, place, "= " + samePair);
    } else if (sameSource > 0) {
      findings.add(Finding.Kind.DUPLICATE_SOURCE, place, "= " + sameSource);
    }
  }

  static boolean isBlank(Line line) {
    return WhiteSpace.strip(line.text()).isEmpty();
  }

  SplitReport report() {
    source.finish();
    target.finish();
    ratios.findInto(findings.tally(Finding.Kind.RATIO));
    return new SplitReport(
        name,
        count,
        source.report(),
        target.report(),
        new SplitReport.Ratio(ratios.mean(), ratios.low(), ratios.high()),
        findings.list());
  }
}
