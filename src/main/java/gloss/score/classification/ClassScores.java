package gloss.score.classification;

import gloss.text.InputException;

/**
 * One example with the class that it has and a score for every class.
 *
 * @param truth the right class, from 0
 * @param scores one per class, {@code (classes)}; the higher, the likelier. Not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Millions of examples pass through; none is compared.
public record ClassScores(int truth, double[] scores) {
  /** Checks the class. */
  public ClassScores {
    if (truth < 0 || truth >= scores.length) {
      throw new InputException(
          "class " + truth + " has no score: there are " + scores.length + " (from 0)");
    }
    for (double score : scores) {
      if (Double.isNaN(score)) {
        throw new InputException("a score of an example of class " + truth + " is not a number");
      }
    }
  }

  /** As a prediction: the class with the highest score, the first of equals. */
  public Classified best() {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    return new Classified(truth, best);
  }
}
