package gloss.score.job;

import gloss.score.Breakdown;
import gloss.score.Decimals;
import gloss.score.TextMetric;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a table of segments, parted by TAB: a segment's number from 1, the system's name if
 * there are several, then for every metric its value or its parts, unrounded.
 */
public final class SegmentRows {
  private final List<String> systems;
  private final List<TextMetric> metrics;

  /** Rows with the names of the systems given. */
  public SegmentRows(List<String> systems, List<TextMetric> metrics) {
    this.systems = systems;
    this.metrics = metrics.stream().map(TextMetric::forSegments).toList();
  }

  /** The names of the columns. */
  public String header() {
    List<String> columns = new ArrayList<>(List.of("segment"));
    if (systems.size() > 1) {
      columns.add("system");
    }
    for (TextMetric metric : metrics) {
      Breakdown any = metric.breakdown(new double[metric.size()]);
      any.parts().keySet().forEach(part -> columns.add(metric.name() + "." + part));
      if (any.parts().isEmpty()) {
        columns.add(metric.name());
      }
    }
    return String.join("\t", columns);
  }

  /**
   * The row of one system.
   *
   * @param segment its number, from 1
   * @param statistics of the segment, for every metric
   */
  public String row(long segment, int system, List<double[]> statistics) {
    List<String> row = new ArrayList<>(List.of(Long.toString(segment)));
    if (systems.size() > 1) {
      row.add(systems.get(system));
    }
    for (int m = 0; m < metrics.size(); m++) {
      Breakdown breakdown = metrics.get(m).breakdown(statistics.get(m));
      breakdown.parts().values().forEach(part -> row.add(Decimals.shortest(part)));
      if (breakdown.parts().isEmpty()) {
        row.add(Decimals.shortest(breakdown.value()));
      }
    }
    return String.join("\t", row);
  }
}
