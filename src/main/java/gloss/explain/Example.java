package gloss.explain;

/** One of the examples that a model was tried on. */
public interface Example {
  /** Its number in the split, from 1. */
  int number();

  /** What is right, as text. */
  String truth();

  /** The whole loss. */
  double loss();

  /** The loss by which examples of different lengths compare. */
  default double mean() {
    return loss();
  }
}
