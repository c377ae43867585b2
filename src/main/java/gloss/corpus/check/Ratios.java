package gloss.corpus.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The ratios of target and source lengths in characters, r = (target + 10) / (source + 10); the 10
 * keep short lines from standing out. A ratio is unusual if ln r is more than four standard
 * deviations, and more than ln 2, away from the mean of ln r.
 */
final class Ratios {
  private static final double DAMPING = 10;
  private static final double DEVIATIONS = 4;
  private static final double LEAST_FACTOR = 2;
  private static final double BIN = 0.02;
  private static final int BINS = 1000;

  private final int examples;
  private final long[] bins = new long[BINS];
  private final List<Extreme> lowest = new ArrayList<>();
  private final List<Extreme> highest = new ArrayList<>();
  private long size;
  private double sum;
  private double squares;

  Ratios(int examples) {
    this.examples = examples;
  }

  private record Extreme(int bin, double ratio, String place) {}

  void add(TextPair pair) {
    double ratio =
        (pair.target().text().length() + DAMPING) / (pair.source().text().length() + DAMPING);
    double log = Math.log(ratio);
    int bin = bin(log);
    bins[bin]++;
    size++;
    sum += log;
    squares += log * log;
    Extreme extreme = new Extreme(bin, ratio, pair.source().place());
    keep(lowest, extreme, Comparator.comparingDouble(Extreme::ratio));
    keep(highest, extreme, Comparator.comparingDouble(Extreme::ratio).reversed());
  }

  private void keep(List<Extreme> extremes, Extreme extreme, Comparator<Extreme> order) {
    if (extremes.size() < examples
        || order.compare(extreme, extremes.get(extremes.size() - 1)) < 0) {
      extremes.add(extreme);
      extremes.sort(order);
      if (extremes.size() > examples) {
        extremes.remove(examples);
      }
    }
  }

  private static int bin(double log) {
    return (int) Math.max(0, Math.min(BINS - 1, Math.floor(log / BIN) + BINS / 2));
  }

  private double meanLog() {
    return size == 0 ? 0 : sum / size;
  }

  /** The geometric mean of the ratios; 1 of nothing. */
  double mean() {
    return Math.exp(meanLog());
  }

  private double deviation() {
    return size == 0 ? 0 : Math.sqrt(Math.max(0, squares / size - meanLog() * meanLog()));
  }

  private double distance() {
    return Math.max(DEVIATIONS * deviation(), Math.log(LEAST_FACTOR));
  }

  /** Below this a ratio is unusual. */
  double low() {
    return Math.exp((bin(meanLog() - distance()) - BINS / 2) * BIN);
  }

  /** From this on a ratio is unusual. */
  double high() {
    return Math.exp((bin(meanLog() + distance()) + 1 - BINS / 2) * BIN);
  }

  /** Adds the unusual ratios. */
  void findInto(Findings.Tally tally) {
    int low = bin(meanLog() - distance());
    int high = bin(meanLog() + distance());
    List<Extreme> unusual = new ArrayList<>();
    lowest.stream().filter(e -> e.bin() < low).forEach(unusual::add);
    highest.stream().filter(e -> e.bin() > high).forEach(unusual::add);
    double mean = meanLog();
    unusual.sort(Comparator.comparingDouble(e -> -Math.abs(Math.log(e.ratio()) - mean)));
    unusual.forEach(e -> tally.add(e.place(), String.format(Locale.ROOT, "%.3f", e.ratio())));
    long count = 0;
    for (int bin = 0; bin < BINS; bin++) {
      count += bin < low || bin > high ? bins[bin] : 0;
    }
    tally.countMore(count - unusual.size());
  }
}
