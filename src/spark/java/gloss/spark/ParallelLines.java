package gloss.spark;

import gloss.score.job.Refusal;
import gloss.text.InputException;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;

/**
 * Several texts side by side, line by line. Texts are parted in different places; lines are counted
 * first, then each partition gets a range of lines of all texts.
 */
final class ParallelLines {
  /** As many lines are worth a partition of their own. */
  private static final long FEW = 200;

  private ParallelLines() {}

  /**
   * One line of all texts.
   *
   * @param number from 0
   * @param texts the line's bytes in every text
   */
  record Line(long number, byte[][] texts) implements Serializable {}

  private record Place(long line, int text) implements Serializable {}

  /** By line, then by text. */
  private static final class ByPlace implements Comparator<Place>, Serializable {
    private static final long serialVersionUID = 1;

    @Override
    public int compare(Place a, Place b) {
      int byLine = Long.compare(a.line, b.line);
      return byLine != 0 ? byLine : Integer.compare(a.text, b.text);
    }
  }

  /** Equal ranges of lines. */
  private static final class Ranges extends Partitioner {
    private static final long serialVersionUID = 1;

    private final long lines;
    private final int partitions;

    Ranges(long lines, int partitions) {
      this.lines = lines;
      this.partitions = partitions;
    }

    @Override
    public int numPartitions() {
      return partitions;
    }

    @Override
    public int getPartition(Object place) {
      return (int) (((Place) place).line * partitions / lines);
    }
  }

  /**
   * Reads the texts.
   *
   * @param partitions of the result; 0 for a number that suits
   * @param most lines of a partition, if the number is free
   * @throws Refusal if they differ in length
   * @throws InputException if one is not there, or there is no line
   */
  static JavaRDD<Line> read(JavaSparkContext context, List<String> names, int partitions, int most)
      throws IOException {
    TextFiles files = new TextFiles(context);
    Map<String, Long> lengths = new LinkedHashMap<>();
    List<JavaPairRDD<Place, byte[]>> numbered = new ArrayList<>();
    List<JavaRDD<byte[]>> texts = new ArrayList<>();
    for (String name : names) {
      texts.add(files.lines(name));
    }
    for (int t = 0; t < texts.size(); t++) {
      long[] starts = starts(texts.get(t));
      lengths.put(names.get(t), starts[starts.length - 1]);
      numbered.add(numbered(texts.get(t), starts, t));
    }
    if (lengths.values().stream().distinct().count() > 1) {
      throw Refusal.unequalLengths(lengths);
    }
    long lines = lengths.values().iterator().next();
    if (lines == 0) {
      throw new InputException(names.get(0) + ": there is no line");
    }
    JavaPairRDD<Place, byte[]> all = numbered.get(0);
    for (JavaPairRDD<Place, byte[]> one : numbered.subList(1, numbered.size())) {
      all = all.union(one);
    }
    int parts = partitions > 0 ? partitions : suited(lines, context.defaultParallelism(), most);
    Ranges ranges = new Ranges(lines, parts);
    int width = texts.size();
    return all.repartitionAndSortWithinPartitions(ranges, new ByPlace())
        .mapPartitions(places -> new Lines(places, width));
  }

  private static int suited(long lines, int parallelism, int most) {
    long wanted = Math.max(3L * parallelism, lines / most);
    return (int) Math.max(1, Math.min(wanted, lines / FEW));
  }

  /**
   * The number of the first line of every partition, and of the line that would follow the last.
   */
  private static long[] starts(JavaRDD<byte[]> text) {
    List<Long> counts = text.mapPartitions(ParallelLines::count).collect();
    long[] starts = new long[counts.size() + 1];
    for (int i = 0; i < counts.size(); i++) {
      starts[i + 1] = starts[i] + counts.get(i);
    }
    return starts;
  }

  private static Iterator<Long> count(Iterator<byte[]> lines) {
    long count = 0;
    for (; lines.hasNext(); lines.next()) {
      count++;
    }
    return List.of(count).iterator();
  }

  private static JavaPairRDD<Place, byte[]> numbered(
      JavaRDD<byte[]> text, long[] starts, int number) {
    return text.mapPartitionsWithIndex(
            (partition, lines) -> new Numbered(lines, starts[partition], number), true)
        .mapToPair(entry -> entry);
  }

  /** Lines with their places. */
  private static final class Numbered implements Iterator<Tuple2<Place, byte[]>> {
    private final Iterator<byte[]> lines;
    private final int text;
    private long next;

    Numbered(Iterator<byte[]> lines, long first, int text) {
      this.lines = lines;
      this.text = text;
      next = first;
    }

    @Override
    public boolean hasNext() {
      return lines.hasNext();
    }

    @Override
    public Tuple2<Place, byte[]> next() {
      return new Tuple2<>(new Place(next++, text), lines.next());
    }
  }

  /** Puts together what belongs to one line. */
  private static final class Lines implements Iterator<Line> {
    private final Iterator<Tuple2<Place, byte[]>> places;
    private final int width;

    Lines(Iterator<Tuple2<Place, byte[]>> places, int width) {
      this.places = places;
      this.width = width;
    }

    @Override
    public boolean hasNext() {
      return places.hasNext();
    }

    @Override
    public Line next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      byte[][] texts = new byte[width][];
      long line = 0;
      for (int t = 0; t < width; t++) {
        Tuple2<Place, byte[]> place = places.next();
        line = place._1.line;
        texts[t] = place._2;
      }
      return new Line(line, texts);
    }
  }
}
