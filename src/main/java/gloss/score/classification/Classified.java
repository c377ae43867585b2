package gloss.score.classification;

import gloss.text.InputException;

/**
 * One example with the class that it has and the class that was predicted.
 *
 * @param truth the right class, from 0
 * @param predicted the predicted class, from 0
 */
public record Classified(int truth, int predicted) {
  /** Checks that both are classes. */
  public Classified {
    if (truth < 0 || predicted < 0) {
      throw new InputException(
          "classes are numbered from 0, but found " + Math.min(truth, predicted));
    }
  }

  /** Checks that both are below a number of classes. */
  void check(int classes) {
    if (truth >= classes || predicted >= classes) {
      throw new InputException(
          "class "
              + Math.max(truth, predicted)
              + " is beyond the "
              + classes
              + " known classes (from 0)");
    }
  }
}
