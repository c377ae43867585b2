package gloss.spark;

import gloss.pipeline.Windows;
import gloss.text.InputException;
import gloss.text.LineEnds;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import scala.Tuple2;

/**
 * What is written for the lines of a partition, in order. Lines are read ahead in windows, so that
 * models see lines of like length together. In the place of a malformed line stands an empty one,
 * and what was wrong with it goes to the side: number from 1, reason and line, parted by TAB. So do
 * remarks: number and remark.
 */
final class WrittenLines<Q, R> implements Iterator<Tuple2<String, String>> {
  private final LineWriter<Q, R> writer;
  private final Windows<Asked<Q>, List<Tuple2<String, String>>> windows;
  private final Deque<Tuple2<String, String>> ready = new ArrayDeque<>();
  private final LineDecoder decoder = new LineDecoder("UTF-8");

  /** What a line asks for; nothing if it is malformed, and then there is a complaint. */
  private record Asked<Q>(long number, Optional<Q> request, String complaint) {}

  WrittenLines(Iterator<ParallelLines.Line> lines, LineWriter<Q, R> writer) {
    this.writer = writer;
    windows = new Windows<>(new Requests(lines), this::write, this::characters, () -> true);
  }

  private final class Requests implements Iterator<Asked<Q>> {
    private final Iterator<ParallelLines.Line> lines;

    Requests(Iterator<ParallelLines.Line> lines) {
      this.lines = lines;
    }

    @Override
    public boolean hasNext() {
      return lines.hasNext();
    }

    @Override
    public Asked<Q> next() {
      ParallelLines.Line line = lines.next();
      byte[] bytes = line.texts()[0];
      String text;
      try {
        text = LineEnds.trim(decoder.decode(bytes), line.number() == 0);
      } catch (CharacterCodingException e) {
        return malformed(line, "not UTF-8", new String(bytes, StandardCharsets.UTF_8));
      }
      try {
        return new Asked<>(line.number() + 1, Optional.of(writer.request(text)), "");
      } catch (InputException e) {
        return malformed(line, String.valueOf(e.getMessage()), text);
      }
    }

    private Asked<Q> malformed(ParallelLines.Line line, String reason, String text) {
      long number = line.number() + 1;
      return new Asked<>(number, Optional.empty(), number + "\t" + reason + "\t" + text);
    }
  }

  private int characters(Asked<Q> asked) {
    return asked.request.map(writer::characters).orElse(0);
  }

  private List<List<Tuple2<String, String>>> write(List<Asked<Q>> window) {
    List<Q> requests = window.stream().flatMap(asked -> asked.request.stream()).toList();
    Iterator<R> results = writer.results(requests).iterator();
    List<List<Tuple2<String, String>>> written = new ArrayList<>();
    for (Asked<Q> asked : window) {
      written.add(
          asked.request.isPresent()
              ? write(asked.number, results.next())
              : List.of(
                  new Tuple2<>(WritingLines.MAIN, ""),
                  new Tuple2<>(WritingLines.MALFORMED, asked.complaint)));
    }
    return written;
  }

  private List<Tuple2<String, String>> write(long number, R result) {
    List<Tuple2<String, String>> written = new ArrayList<>();
    for (String line : writer.lines(result, number)) {
      written.add(new Tuple2<>(WritingLines.MAIN, line));
    }
    for (String remark : writer.remarks(result)) {
      written.add(new Tuple2<>(WritingLines.REMARKS, number + "\t" + remark));
    }
    return written;
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && windows.hasNext()) {
      ready.addAll(windows.next());
    }
    return !ready.isEmpty();
  }

  @Override
  public Tuple2<String, String> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }
}
