package gloss.score.bench;

import gloss.score.Accumulator;
import gloss.score.Segment;
import gloss.score.TextMetric;
import gloss.score.rouge.Rouge;
import gloss.score.rouge.script.Rouge155;
import gloss.score.rouge.script.Rouge155Options;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;

/**
 * Segments per second of ROUGE on one thread once the JVM is warm: the median of the last rounds,
 * in CPU time, and the ratio to the reference implementation on one core of another machine
 * (CPython 3.11, perl 5.36; CPU time), for orientation.
 */
final class RougeSteadyState {
  private static final int WARM_UP = 8;
  private static final int ROUNDS = 9;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private RougeSteadyState() {}

  public static void main(String[] args) throws IOException {
    List<Segment> segments = BenchmarkText.open().segments(50_000, 1);
    Rouge plain = Rouge.builder().build();
    Rouge stemmed = Rouge.builder().stem(true).build();
    report("rouge1, rouge2, rougeL", segments, 9630, three(plain));
    report("rouge1, rouge2, rougeL, stemmer", segments, 4890, three(stemmed));
    report("rougeLsum, stemmer", segments, 5040, List.of(stemmed.named("rougeLsum")));
    report("ROUGE-1.5.5 -n 2 -m", segments, 1490, script("-n 2 -m"));
    report("ROUGE-1.5.5 -n 4 -m -w 1.2 -2 4 -u", segments, 245, script("-n 4 -m -w 1.2 -2 4 -u"));
  }

  private static List<TextMetric> three(Rouge rouge) {
    return List.of(rouge.named("rouge1"), rouge.named("rouge2"), rouge.named("rougeL"));
  }

  private static List<? extends TextMetric> script(String options) throws IOException {
    return Rouge155.of(Rouge155Options.parse(options)).measures();
  }

  private static void report(
      String name, List<Segment> segments, double reference, List<? extends TextMetric> metrics) {
    double[] seconds = new double[ROUNDS];
    double sink = 0;
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      long start = THREADS.getCurrentThreadCpuTime();
      sink += score(segments, metrics);
      if (round >= 0) {
        seconds[round] = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
      }
    }
    Arrays.sort(seconds);
    double rate = segments.size() / seconds[ROUNDS / 2];
    System.out.printf("%-42s %12.2f /s %8.1f × reference%n", name, rate, rate / reference);
    if (sink == 42) {
      System.out.println();
    }
  }

  /** Segment by segment, each under all metrics, as the command line does. */
  private static double score(List<Segment> segments, List<? extends TextMetric> metrics) {
    List<Accumulator<Segment>> sums = metrics.stream().map(TextMetric::accumulator).toList();
    for (Segment segment : segments) {
      sums.forEach(sum -> sum.add(segment));
    }
    return sums.stream().mapToDouble(sum -> sum.score().value()).sum();
  }
}
