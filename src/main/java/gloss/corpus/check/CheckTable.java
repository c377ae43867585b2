package gloss.corpus.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A report as lines for a person. */
public final class CheckTable {
  private final List<String> lines = new ArrayList<>();

  private CheckTable() {}

  /** The lines of a report. */
  public static List<String> lines(CorpusReport report) {
    CheckTable table = new CheckTable();
    report.splits().forEach(table::split);
    report.overlaps().forEach(table::overlap);
    return table.lines;
  }

  private void line(String format, Object... values) {
    lines.add(String.format(Locale.ROOT, format, values));
  }

  private void split(SplitReport split) {
    line("%s: %,d pairs", split.name(), split.pairs());
    line("  %-17s %8s %8s %8s %8s", "", "mean", "median", "99%", "longest");
    lengths("source", "words", split.source().words());
    lengths("", "characters", split.source().characters());
    lengths("target", "words", split.target().words());
    lengths("", "characters", split.target().characters());
    line(
        "  target/source in characters: %.3f; unusual below %.3f and above %.3f",
        split.ratio().mean(), split.ratio().low(), split.ratio().high());
    if (split.findings().isEmpty()) {
      line("  nothing found");
    }
    for (Finding finding : split.findings()) {
      found(finding.kind().title(), finding.count(), finding.examples());
    }
    line("");
  }

  private void lengths(String side, String unit, Histogram lengths) {
    line(
        "  %-6s %-10s %8.1f %8d %8d %8d",
        side, unit, lengths.mean(), lengths.quantile(0.5), lengths.quantile(0.99), lengths.max());
  }

  private void found(String what, long count, List<Finding.Example> examples) {
    String places = places(examples);
    line("  %-20s %,8d  %s%s", what, count, places, examples.size() < count ? ", …" : "");
  }

  /** Without folders: where those files are is known to who named them. */
  private static String places(List<Finding.Example> examples) {
    return examples.stream()
        .map(example -> new Finding.Example(name(example.place()), example.detail()).toString())
        .collect(Collectors.joining(", "));
  }

  private static String name(String place) {
    return place.substring(Math.max(place.lastIndexOf('/'), place.lastIndexOf('\\')) + 1);
  }

  private void overlap(Overlap overlap) {
    if (!overlap.isFound()) {
      line("overlap with %s: none", overlap.split());
      return;
    }
    line("overlap with %s (its %,d pairs):", overlap.split(), overlap.size());
    for (Overlap.Shared shared : overlap.shared()) {
      String what = "same " + shared.part().name().toLowerCase(Locale.ROOT);
      if (shared.training() == 0) {
        line("  %-20s     none", what);
      } else {
        line(
            "  %-20s %,8d of them, in %,d of training: %s%s",
            what,
            shared.held(),
            shared.training(),
            places(shared.examples()),
            shared.examples().size() < shared.training() ? ", …" : "");
      }
    }
  }
}
