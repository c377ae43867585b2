package gloss.explain;

/**
 * A row with its number and the one that a model gave.
 *
 * @param number of the row, from 1
 * @param place file and line
 * @param target the right number
 * @param output the predicted number
 */
public record NumberExample(int number, String place, double target, double output, Content content)
    implements Example {
  @Override
  public String truth() {
    return String.valueOf((float) target);
  }

  /** Above 0 where too much is predicted. */
  public double error() {
    return output - target;
  }

  /** The squared error. */
  @Override
  public double loss() {
    return error() * error();
  }
}
