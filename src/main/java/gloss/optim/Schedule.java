package gloss.optim;

/** A learning rate that changes while training: a pure function of the step. */
@FunctionalInterface
public interface Schedule {
  /**
   * What the recipe's learning rate is multiplied with.
   *
   * @param step the update to be made, from 1
   */
  double factor(long step);
}
