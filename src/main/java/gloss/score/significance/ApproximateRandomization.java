package gloss.score.significance;

import gloss.score.Confidence;
import gloss.score.Score;
import gloss.score.Signature;
import gloss.score.parallel.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The paired approximate randomization test: Riezler and Maxwell (2005), "On some pitfalls in
 * automatic evaluation and significance testing for MT", as MultEval and sacreBLEU do it.
 *
 * <p>In every trial each segment is exchanged between system and baseline with probability 1/2. The
 * p-value is the share of trials whose difference is larger than the real one, counting one more on
 * both sides.
 *
 * @param trials how many trials; 10,000 is usual
 * @param confidenceSamples resamples for a confidence interval beside the test, or 0 for none
 * @param seed where the generator starts
 * @param runner where the trials are done; without influence on the result
 */
public record ApproximateRandomization(
    int trials, int confidenceSamples, Seed seed, TrialRunner runner) implements PairedTest {
  /** Checks the number of trials. */
  public ApproximateRandomization {
    Samples.check(trials);
  }

  /** Without intervals, with the usual seed, on all cores. */
  public ApproximateRandomization(int trials) {
    this(trials, 0, Seed.DEFAULT, TrialRunner.threads(Pipeline.allCores()));
  }

  @Override
  public <E> List<Comparison> compare(List<Evaluation<E>> systems) {
    Pcg64 generator = seed.generator();
    List<Distribution> differences = shuffled(systems, generator);
    List<Confidence> intervals = intervals(systems, generator);
    Score baseline = systems.get(0).score();
    List<Comparison> comparisons = new ArrayList<>();
    for (int s = 0; s < systems.size(); s++) {
      Score score = systems.get(s).score();
      double difference = Math.abs(baseline.value() - score.value());
      OptionalDouble p =
          s == 0
              ? OptionalDouble.empty()
              : OptionalDouble.of(differences.get(s).shareAbove(difference));
      comparisons.add(new Comparison(signed(score, intervals, s), p));
    }
    return comparisons;
  }

  private Score signed(Score score, List<Confidence> intervals, int system) {
    Signature signature = Signature.empty();
    if (!intervals.isEmpty()) {
      signature = signature.with("bs", "bs", confidenceSamples);
    }
    signature = signature.with("ar", "ar", trials).with("seed", "rs", seed.name());
    return intervals.isEmpty()
        ? score.with(signature)
        : score.with(intervals.get(system), signature);
  }

  /** For every system the differences between the two shuffled halves of each trial. */
  private <E> List<Distribution> shuffled(List<Evaluation<E>> systems, Pcg64 generator) {
    List<Number[]> rows = runner.run(Trial.EXCHANGE, trials, systems, generator);
    List<Distribution> differences = new ArrayList<>();
    for (int s = 0; s < systems.size(); s++) {
      int system = s;
      differences.add(
          Distribution.of(rows.stream().mapToDouble(row -> row[system].doubleValue()).toArray()));
    }
    return differences;
  }

  /** The reference draws the baseline's resamples afresh and the others' behind the trials. */
  private <E> List<Confidence> intervals(List<Evaluation<E>> systems, Pcg64 generator) {
    if (confidenceSamples < 1) {
      return List.of();
    }
    List<Distribution> scores = new ArrayList<>();
    scores.addAll(
        Resampling.bootstrap(systems.subList(0, 1), seed.generator(), confidenceSamples, runner));
    if (systems.size() > 1) {
      scores.addAll(
          Resampling.bootstrap(
              systems.subList(1, systems.size()), generator, confidenceSamples, runner));
    }
    return scores.stream().map(Distribution::confidence).toList();
  }
}
