package gloss.explain;

import java.util.List;

/**
 * An example with its class and the probabilities that a model gave.
 *
 * @param number from 1
 * @param place where it comes from, such as a file
 * @param label the class that it is said to have, from 0
 * @param probabilities of the classes; not copied
 * @param classes their names
 */
@SuppressWarnings("ArrayRecordComponent") // None is compared.
public record ClassExample(
    int number,
    String place,
    int label,
    double[] probabilities,
    List<String> classes,
    Content content)
    implements Example, Prediction {
  @Override
  public String truth() {
    return classes.get(label);
  }

  @Override
  public String right() {
    return truth();
  }

  /** The likeliest class, from 0; the first of equals. */
  public int best() {
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      best = probabilities[i] > probabilities[best] ? i : best;
    }
    return best;
  }

  @Override
  public String predicted() {
    return classes.get(best());
  }

  @Override
  public double confidence() {
    return probabilities[best()];
  }

  /** The probability of the class that it is said to have. */
  public double probability() {
    return probabilities[label];
  }

  /** Finite where the probability is 0, too. */
  @Override
  public double loss() {
    return -Math.log(Math.max(probability(), Double.MIN_NORMAL));
  }
}
