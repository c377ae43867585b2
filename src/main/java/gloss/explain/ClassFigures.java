package gloss.explain;

import java.util.ArrayList;
import java.util.List;

/**
 * A class in figures.
 *
 * @param name of the class
 * @param count how many examples are said to be of it
 * @param chosen how often the model says it
 * @param right how often both
 * @param loss of its examples, in nats
 */
public record ClassFigures(String name, long count, long chosen, long right, double loss) {
  /** Of every class, in the order of the classes. */
  public static List<ClassFigures> of(ClassExplanation explanation) {
    int classes = explanation.classes().size();
    long[] count = new long[classes];
    long[] chosen = new long[classes];
    long[] right = new long[classes];
    double[] loss = new double[classes];
    for (ClassExample example : explanation.examples()) {
      count[example.label()]++;
      chosen[example.best()]++;
      right[example.label()] += example.isRight() ? 1 : 0;
      loss[example.label()] += example.loss();
    }
    List<ClassFigures> figures = new ArrayList<>();
    for (int c = 0; c < classes; c++) {
      figures.add(
          new ClassFigures(explanation.classes().get(c), count[c], chosen[c], right[c], loss[c]));
    }
    return figures;
  }

  /** The loss of an example on average; NaN where there is none. */
  public double mean() {
    return loss / count;
  }

  /** right / count: how many of its examples are found. */
  public double recall() {
    return right / (double) count;
  }

  /** right / chosen: how often it is right to say it. */
  public double precision() {
    return right / (double) chosen;
  }

  /** 2 right / (count + chosen). */
  public double f1() {
    return 2.0 * right / (count + chosen);
  }
}
