package gloss.score.rouge;

/**
 * What ROUGE says about one text, or on the mean about many; fractions from 0 to 1.
 *
 * @param precision hits / units of the hypothesis
 * @param recall hits / units of the reference
 * @param fmeasure harmonic mean of the two, 0 where both are
 */
public record RougeScore(double precision, double recall, double fmeasure) {
  /**
   * From counts.
   *
   * @param hits units that both have
   * @param ofHypothesis its units
   * @param ofReference its units
   */
  public static RougeScore of(double hits, double ofHypothesis, double ofReference) {
    double precision = hits / Math.max(ofHypothesis, 1);
    double recall = hits / Math.max(ofReference, 1);
    double sum = precision + recall;
    return new RougeScore(precision, recall, sum > 0 ? 2 * precision * recall / sum : 0);
  }

  double[] toArray() {
    return new double[] {precision, recall, fmeasure};
  }
}
