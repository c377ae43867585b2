package gloss.score.classification;

/**
 * What is counted of one class.
 *
 * @param number the class
 * @param hits examples of the class that were predicted as such
 * @param predicted examples that were predicted as this class
 * @param examples examples of this class
 */
public record ClassCounts(int number, double hits, double predicted, double examples) {
  ClassCounts plus(ClassCounts other) {
    return new ClassCounts(
        number, hits + other.hits, predicted + other.predicted, examples + other.examples);
  }

  /** Whether any example has it or was predicted as such. */
  boolean occurs() {
    return predicted > 0 || examples > 0;
  }

  /** Precision, recall and F, with a value for 0/0. */
  ClassRates rates(double undefined) {
    double precision = predicted > 0 ? hits / predicted : undefined;
    double recall = examples > 0 ? hits / examples : undefined;
    double both = predicted + examples;
    return new ClassRates(precision, recall, both > 0 ? 2 * hits / both : undefined);
  }
}
