package gloss.corpus.check;

import gloss.text.WhiteSpace;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What there is to see of one side of a split. */
final class SideChecker {
  /** A line of more words is very long if it also has many times more than most. */
  static final int LEAST_LONG = 200;

  private static final int LONG_FACTOR = 10;

  private final Histogram words = new Histogram();
  private final Histogram characters = new Histogram();
  private final Map<UnicodeScript, Findings.Tally> scripts = new EnumMap<>(UnicodeScript.class);
  private final List<LongLine> longest = new ArrayList<>();
  private final Findings findings;
  private final int examples;

  SideChecker(Findings findings, int examples) {
    this.findings = findings;
    this.examples = examples;
  }

  void add(Line line) {
    String text = line.text();
    int length = WhiteSpace.split(text).size();
    words.add(length);
    characters.add(text.codePointCount(0, text.length()));
    keepLongest(length, line);
    Characters.encodingError(line)
        .ifPresent(what -> findings.add(Finding.Kind.ENCODING, line.place(), what));
    Characters.control(text)
        .ifPresent(what -> findings.add(Finding.Kind.CONTROL, line.place(), what));
    Map<UnicodeScript, Integer> letters = Scripts.count(text);
    Scripts.dominant(letters)
        .ifPresent(
            script ->
                scripts
                    .computeIfAbsent(script, s -> new Findings.Tally(examples))
                    .add(line.place(), Scripts.name(script)));
    if (letters.size() > 1) {
      Scripts.mixedWord(text)
          .ifPresent(word -> findings.add(Finding.Kind.MIXED_SCRIPT, line.place(), word));
    }
  }

  private record LongLine(int words, String place) {}

  private void keepLongest(int words, Line line) {
    if (words > LEAST_LONG
        && (longest.size() < examples || words > longest.get(longest.size() - 1).words())) {
      longest.add(new LongLine(words, line.place()));
      longest.sort(Comparator.comparingInt(LongLine::words).reversed());
      if (longest.size() > examples) {
        longest.remove(examples);
      }
    }
  }

  /** Adds what is only known at the end: very long lines, and those in another script than most. */
  void finish() {
    findLong();
    findOtherScripts();
  }

  private void findLong() {
    int limit = Math.max(LEAST_LONG, LONG_FACTOR * words.quantile(0.5));
    List<LongLine> tooLong = longest.stream().filter(line -> line.words() > limit).toList();
    Findings.Tally tally = findings.tally(Finding.Kind.LONG);
    tooLong.forEach(line -> tally.add(line.place(), line.words() + " words"));
    tally.countMore(words.above(limit) - tooLong.size());
  }

  private void findOtherScripts() {
    long most = scripts.values().stream().mapToLong(Findings.Tally::count).max().orElse(0);
    boolean found = false;
    for (Findings.Tally tally : scripts.values()) {
      if (tally.count() == most && !found) {
        found = true;
      } else {
        findings.tally(Finding.Kind.OTHER_SCRIPT).addAll(tally);
      }
    }
  }

  SplitReport.Side report() {
    return new SplitReport.Side(words, characters);
  }
}
