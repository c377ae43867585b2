package gloss.score.job;

import gloss.score.Breakdown;
import gloss.score.Decimals;
import gloss.score.Segment;
import gloss.score.TextMetric;
import gloss.score.significance.Evaluation;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes one row per segment, parted by TAB: its number from 1, the system's if there are several,
 * then for every metric its value or its parts, unrounded. The first row names the columns.
 */
final class SegmentTable implements SegmentObserver {
  private final OutputStream out;
  private final List<String> systems;
  private final List<TextMetric> metrics;
  private long segment;

  SegmentTable(OutputStream out, List<String> systems, List<TextMetric> metrics) {
    this.out = out;
    this.systems = systems;
    this.metrics = metrics.stream().map(TextMetric::forSegments).toList();
    writeHeader();
  }

  private void writeHeader() {
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
    write(columns);
  }

  @Override
  public void see(Block block, List<List<Evaluation<Segment>>> scored) {
    for (int i = 0; i < block.size(); i++) {
      segment++;
      for (int s = 0; s < scored.size(); s++) {
        write(row(s, i, scored.get(s)));
      }
    }
  }

  private List<String> row(int system, int i, List<Evaluation<Segment>> evaluations) {
    List<String> row = new ArrayList<>(List.of(Long.toString(segment)));
    if (systems.size() > 1) {
      row.add(systems.get(system));
    }
    for (int m = 0; m < metrics.size(); m++) {
      Breakdown breakdown = metrics.get(m).breakdown(evaluations.get(m).statistics(i));
      breakdown.parts().values().forEach(part -> row.add(Decimals.shortest(part)));
      if (breakdown.parts().isEmpty()) {
        row.add(Decimals.shortest(breakdown.value()));
      }
    }
    return row;
  }

  private void write(List<String> row) {
    try {
      out.write((String.join("\t", row) + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
