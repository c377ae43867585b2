package gloss.score.rouge.script;

import gloss.score.Decimals;
import gloss.score.rouge.RougeScore;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The averages of one measure with their confidence intervals. What the script calls the average is
 * the mean of the means of its resamples. Resample i is drawn by perl's generator seeded with i
 * from the documents sorted by their numbers as strings.
 */
final class ScriptAverages {
  /** Where R, P and F, or units of references, of the hypothesis and hits, stand in statistics. */
  private static final int[] COLUMNS = {1, 0, 2};

  private static final String[] NAMES = {"R", "P", "F"};

  private final Rouge155Options options;
  private final double[][] sorted;

  ScriptAverages(Rouge155Options options, List<double[]> documents) {
    this.options = options;
    this.sorted =
        IntStream.range(0, documents.size())
            .boxed()
            .sorted(Comparator.comparing(i -> Integer.toString(i + 1)))
            .map(documents::get)
            .toArray(double[][]::new);
  }

  void print(String tag, StringBuilder out) {
    out.append("-".repeat(45)).append('\n');
    if (options.scoring().counting() == Scoring.Counting.RAW_COUNTS) {
      out.append(tag).append(" M_count: ").append((long) sum(1));
      out.append(" P_count: ").append((long) sum(0));
      out.append(" H_count: ").append((long) sum(2)).append('\n');
      return;
    }
    double[][] means = resample();
    for (int k = 0; k < COLUMNS.length; k++) {
      Arrays.sort(means[k]);
      out.append(tag).append(" Average_").append(NAMES[k]).append(": ").append(mean(means[k]));
      out.append(" (").append(options.resampling().confidence()).append("%-conf.int. ");
      out.append(lower(means[k])).append(" - ").append(upper(means[k])).append(")\n");
    }
  }

  private double sum(int column) {
    double sum = 0;
    for (double[] row : sorted) {
      sum += row[column];
    }
    return sum;
  }

  /** For R, P and F their means in every resample, {@code (3, samples)}. */
  private double[][] resample() {
    int samples = options.resampling().samples();
    double[][] means = new double[COLUMNS.length][samples];
    double[] sums = new double[COLUMNS.length];
    for (int s = 0; s < samples; s++) {
      Drand48 generator = new Drand48(s);
      Arrays.fill(sums, 0);
      for (int i = 0; i < sorted.length; i++) {
        double[] row = sorted[generator.nextBelow(sorted.length)];
        sums[0] += row[0];
        sums[1] += row[1];
        sums[2] += row[2];
      }
      RougeScore score = score(sums);
      means[0][s] = score.recall();
      means[1][s] = score.precision();
      means[2][s] = score.fmeasure();
    }
    return means;
  }

  private RougeScore score(double[] sums) {
    if (options.scoring().counting() != Scoring.Counting.DOCUMENTS) {
      return options.scoring().ofCorpus(sums);
    }
    double count = sorted.length;
    return new RougeScore(sums[0] / count, sums[1] / count, sums[2] / count);
  }

  private static String mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return fixed(sum / values.length);
  }

  private double outside() {
    return options.resampling().samples() * ((100 - options.resampling().percent()) / 2.0) / 100.0;
  }

  private String lower(double[] values) {
    return between(values, (int) outside());
  }

  private String upper(double[] values) {
    return between(values, (int) (values.length - outside() - 1));
  }

  /** The script takes the upper end's share for the lower end too. */
  private String between(double[] values, int below) {
    double place = values.length - outside() - 1;
    double share = place - (int) place;
    double low = at(values, below);
    return fixed(low + (at(values, below + 1) - low) * share);
  }

  /** Beyond the end perl sees nothing, which counts as 0. */
  private static double at(double[] values, int i) {
    return i < values.length ? values[i] : 0;
  }

  private static String fixed(double x) {
    return Decimals.fixed(x, ScriptCounter.DECIMALS);
  }
}
