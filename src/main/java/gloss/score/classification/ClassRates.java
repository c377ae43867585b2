package gloss.score.classification;

import java.util.List;

/**
 * Precision, recall and F, 0 to 1.
 *
 * @param precision hits / predicted
 * @param recall hits / examples
 * @param f1 harmonic mean of both, 2 hits / (predicted + examples)
 */
public record ClassRates(double precision, double recall, double f1) {
  static ClassRates mean(List<ClassRates> rates, double[] weights) {
    double precision = 0;
    double recall = 0;
    double f1 = 0;
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      precision += weights[i] * rates.get(i).precision;
      recall += weights[i] * rates.get(i).recall;
      f1 += weights[i] * rates.get(i).f1;
      sum += weights[i];
    }
    return new ClassRates(precision / sum, recall / sum, f1 / sum);
  }
}
