package gloss.score.classification;

import gloss.text.InputException;
import java.util.Arrays;
import java.util.List;

/** How the precision, recall and F of classes become one number each. */
public sealed interface Averaging {
  /** Counts of all classes together; for complete predictions the same as accuracy. */
  Averaging MICRO = new Micro();

  /** The mean over the classes, each of the same weight. */
  Averaging MACRO = new Macro();

  /** The mean over the classes, each with the weight of its examples. */
  Averaging WEIGHTED = new Weighted();

  /** The name in signatures. */
  String name();

  /** The average of the classes that take part. */
  ClassRates average(List<ClassCounts> classes, double undefined);

  /** Only the class that is meant by "yes". */
  static Averaging binary(int positive) {
    return new Binary(positive);
  }

  /**
   * One class.
   *
   * @param positive its number
   */
  record Binary(int positive) implements Averaging {
    /** Checks the class. */
    public Binary {
      if (positive < 0) {
        throw new InputException("classes are numbered from 0, but found " + positive);
      }
    }

    @Override
    public String name() {
      return "binary[" + positive + "]";
    }

    @Override
    public ClassRates average(List<ClassCounts> classes, double undefined) {
      return classes.stream()
          .filter(counts -> counts.number() == positive)
          .findFirst()
          .orElse(new ClassCounts(positive, 0, 0, 0))
          .rates(undefined);
    }
  }

  /** Sums of counts. */
  record Micro() implements Averaging {
    @Override
    public String name() {
      return "micro";
    }

    @Override
    public ClassRates average(List<ClassCounts> classes, double undefined) {
      return classes.stream()
          .reduce(new ClassCounts(-1, 0, 0, 0), ClassCounts::plus)
          .rates(undefined);
    }
  }

  /** The plain mean. */
  record Macro() implements Averaging {
    @Override
    public String name() {
      return "macro";
    }

    @Override
    public ClassRates average(List<ClassCounts> classes, double undefined) {
      double[] ones = new double[classes.size()];
      Arrays.fill(ones, 1);
      return ClassRates.mean(rates(classes, undefined), ones);
    }
  }

  /** The mean weighted by examples. */
  record Weighted() implements Averaging {
    @Override
    public String name() {
      return "weighted";
    }

    @Override
    public ClassRates average(List<ClassCounts> classes, double undefined) {
      double[] weights = classes.stream().mapToDouble(ClassCounts::examples).toArray();
      return ClassRates.mean(rates(classes, undefined), weights);
    }
  }

  private static List<ClassRates> rates(List<ClassCounts> classes, double undefined) {
    return classes.stream().map(counts -> counts.rates(undefined)).toList();
  }
}
