package gloss.score.job;

import gloss.score.Segment;
import gloss.score.significance.Evaluation;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes the rows of all segments and systems beneath their header. */
final class SegmentTable implements SegmentObserver {
  private final OutputStream out;
  private final SegmentRows rows;
  private long segment;

  SegmentTable(OutputStream out, SegmentRows rows) {
    this.out = out;
    this.rows = rows;
    write(rows.header());
  }

  @Override
  public void see(Block block, List<List<Evaluation<Segment>>> scored) {
    for (int i = 0; i < block.size(); i++) {
      segment++;
      int place = i;
      for (int s = 0; s < scored.size(); s++) {
        write(rows.row(segment, s, scored.get(s).stream().map(e -> e.statistics(place)).toList()));
      }
    }
  }

  private void write(String row) {
    try {
      out.write((row + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
