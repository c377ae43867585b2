package gloss.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether the model is as often right as it is sure: its predictions in ten groups of equal width
 * by the probability of the likeliest.
 *
 * <pre>ECE = Σ_b n_b / n · |accuracy_b − confidence_b|</pre>
 *
 * (Naeini et al. 2015; Guo et al. 2017, On Calibration of Modern Neural Networks).
 *
 * @param groups those that have a prediction
 */
public record Calibration(List<Group> groups) {
  private static final int GROUPS = 10;

  /** Copies the list. */
  public Calibration {
    groups = List.copyOf(groups);
  }

  /**
   * Predictions of like confidence.
   *
   * @param confidence on average
   * @param accuracy how many of them are right, in [0, 1]
   */
  public record Group(long predictions, double confidence, double accuracy) {}

  /** The groups of all predictions. */
  public static Calibration of(Stream<? extends Prediction> predictions) {
    long[] count = new long[GROUPS];
    double[] confidence = new double[GROUPS];
    long[] right = new long[GROUPS];
    predictions.forEach(
        made -> {
          int group = (int) Math.min(GROUPS - 1, Math.floor(made.confidence() * GROUPS));
          count[group]++;
          confidence[group] += made.confidence();
          right[group] += made.isRight() ? 1 : 0;
        });
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < GROUPS; i++) {
      if (count[i] > 0) {
        groups.add(new Group(count[i], confidence[i] / count[i], right[i] / (double) count[i]));
      }
    }
    return new Calibration(groups);
  }

  /** The expected calibration error, in [0, 1]. */
  public double error() {
    double n = groups.stream().mapToLong(Group::predictions).sum();
    return groups.stream()
        .mapToDouble(g -> g.predictions / n * Math.abs(g.accuracy - g.confidence))
        .sum();
  }

  /** Confidence less accuracy on average: above 0 the model is too sure. */
  public double overconfidence() {
    double n = groups.stream().mapToLong(Group::predictions).sum();
    return groups.stream().mapToDouble(g -> g.predictions / n * (g.confidence - g.accuracy)).sum();
  }
}
