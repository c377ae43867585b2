package gloss.score.bench;

import gloss.score.Segment;
import gloss.score.TextMetric;
import gloss.score.bleu.Bleu;
import gloss.score.chrf.Chrf;
import gloss.score.significance.Evaluation;
import gloss.score.significance.PairedBootstrap;
import gloss.score.significance.Seed;
import gloss.score.significance.TrialRunner;
import gloss.score.ter.Ter;
import gloss.score.token.Tokenizers;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Segments per second of every metric on one thread once the JVM is warm: the median of the last
 * rounds, in CPU time. The second figure is the ratio to the reference implementation on one core
 * of another machine (CPython 3.11; CPU time), for orientation.
 */
final class SteadyState {
  private static final int WARM_UP = 6;
  private static final int ROUNDS = 7;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private SteadyState() {}

  public static void main(String[] args) throws IOException {
    BenchmarkText text = BenchmarkText.open();
    List<Segment> sentences = text.segments(20_000, 1);
    Map<String, TextMetric> metrics = new LinkedHashMap<>();
    metrics.put("BLEU 13a", Bleu.builder().build());
    metrics.put("BLEU intl", Bleu.builder().tokenizer(Tokenizers.INTERNATIONAL).build());
    metrics.put("BLEU zh", Bleu.builder().tokenizer(Tokenizers.CHINESE).build());
    metrics.put("BLEU char", Bleu.builder().tokenizer(Tokenizers.CHARACTERS).build());
    metrics.put("chrF", Chrf.builder().build());
    metrics.put("chrF++", Chrf.builder().wordOrder(2).build());
    metrics.put("TER", Ter.builder().build());
    metrics.put("TER normalized", Ter.builder().normalized(true).build());
    Map<String, Double> python =
        Map.of(
            "BLEU 13a",
            10990.0,
            "BLEU intl",
            12540.0,
            "BLEU zh",
            10840.0,
            "BLEU char",
            7490.0,
            "chrF",
            7280.0,
            "chrF++",
            6300.0,
            "TER",
            3390.0,
            "TER normalized",
            2410.0);
    metrics.forEach(
        (name, metric) ->
            report(name, sentences.size(), python.get(name), () -> score(metric, sentences)));
    List<Segment> paragraphs = text.segments(400, 8);
    report("TER, 8 sentences", 400, 3.0, () -> score(Ter.builder().build(), paragraphs));
    pairedBootstrap(text.segments(50_000, 1), text.segments(50_000, 1));
  }

  private static void pairedBootstrap(List<Segment> one, List<Segment> two) {
    Bleu bleu = Bleu.builder().build();
    report(
        "paired bootstrap 1000 × 50000, 2 systems",
        1,
        1 / 29.4,
        () ->
            (long)
                new PairedBootstrap(1000, Seed.DEFAULT, TrialRunner.threads(1))
                    .compare(List.of(Evaluation.of(bleu, one), Evaluation.of(bleu, two)))
                    .get(1)
                    .score()
                    .value());
  }

  private static long score(TextMetric metric, List<Segment> segments) {
    return Double.doubleToLongBits(metric.score(segments).value());
  }

  private static void report(String name, int items, double reference, LongSupplier work) {
    long sink = 0;
    double[] seconds = new double[ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      long start = THREADS.getCurrentThreadCpuTime();
      sink += work.getAsLong();
      if (round >= 0) {
        seconds[round] = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
      }
    }
    Arrays.sort(seconds);
    double rate = items / seconds[ROUNDS / 2];
    System.out.printf("%-42s %12.2f /s %8.1f × Python%n", name, rate, rate / reference);
    if (sink == 42) {
      System.out.println();
    }
  }
}
