package gloss.score.classification;

import gloss.score.Metric;
import gloss.score.Signature;
import gloss.text.InputException;
import java.util.ArrayList;
import java.util.List;

/**
 * Precision, recall and F1, of one class or averaged over classes; van Rijsbergen (1979),
 * "Information Retrieval", chapter 7.
 *
 * <pre>
 *   P = hits / predicted     R = hits / examples     F1 = 2PR / (P + R)
 * </pre>
 *
 * <p>Where a class was never predicted, P is 0/0, where it has no example, R is: both count as
 * {@code undefined}, 0 as a rule. Averages are taken over the classes that occur, as a truth or as
 * a prediction. Statistics, {@code (3 × classes)}: hits of every class, predictions of it, examples
 * of it. The value is the quantity asked for, F1 as a rule; the breakdown, an {@link
 * FScoreBreakdown}, has all three.
 */
public final class FScore implements Metric<Classified> {
  /** Which of the three is the value. */
  public enum Quantity {
    /** Precision. */
    PRECISION("precision"),
    /** Recall. */
    RECALL("recall"),
    /** The harmonic mean of both. */
    F1("f1");

    private final String title;

    Quantity(String title) {
      this.title = title;
    }

    double of(ClassRates rates) {
      return switch (this) {
        case PRECISION -> rates.precision();
        case RECALL -> rates.recall();
        case F1 -> rates.f1();
      };
    }
  }

  private final int classes;
  private final Averaging averaging;
  private final Quantity quantity;
  private final double undefined;
  private final boolean allClasses;

  private FScore(Builder builder) {
    this.classes = builder.classes;
    this.averaging = builder.averaging;
    this.quantity = builder.quantity;
    this.undefined = builder.undefined;
    this.allClasses = builder.allClasses;
    if (averaging instanceof Averaging.Binary binary && binary.positive() >= classes) {
      throw new InputException(
          "class " + binary.positive() + " is beyond the " + classes + " known classes (from 0)");
    }
  }

  /** The defaults for so many classes: F1, the mean over classes, 0 where undefined. */
  public static Builder builder(int classes) {
    return new Builder(classes);
  }

  @Override
  public String name() {
    return quantity.title;
  }

  @Override
  public Signature signature() {
    return Signature.empty()
        .with("avg", "avg", averaging.name())
        .with("classes", "cl", allClasses ? "all" : "occurring")
        .with("undefined", "un", undefined);
  }

  @Override
  public int size() {
    return 3 * classes;
  }

  @Override
  public double[] statistics(Classified example) {
    example.check(classes);
    double[] statistics = new double[size()];
    statistics[example.truth()] = example.truth() == example.predicted() ? 1 : 0;
    statistics[classes + example.predicted()] = 1;
    statistics[2 * classes + example.truth()] = 1;
    return statistics;
  }

  @Override
  public FScoreBreakdown breakdown(double[] sums) {
    List<ClassCounts> counts = new ArrayList<>();
    for (int i = 0; i < classes; i++) {
      ClassCounts one = new ClassCounts(i, sums[i], sums[classes + i], sums[2 * classes + i]);
      if (allClasses || one.occurs()) {
        counts.add(one);
      }
    }
    ClassRates average = averaging.average(counts, undefined);
    return new FScoreBreakdown(quantity.of(average), average, counts, undefined);
  }

  /** What a confusion matrix says; the same as of the examples that it counted. */
  public FScoreBreakdown breakdown(ConfusionMatrix matrix) {
    if (matrix.classes() != classes) {
      throw new InputException(
          "a matrix of " + matrix.classes() + " classes does not fit " + classes + " classes");
    }
    return breakdown(matrix.sums());
  }

  @Override
  public String toString() {
    return describe();
  }

  /** Settings. */
  public static final class Builder {
    private final int classes;
    private Averaging averaging = Averaging.MACRO;
    private Quantity quantity = Quantity.F1;
    private double undefined;
    private boolean allClasses;

    private Builder(int classes) {
      if (classes < 1) {
        throw new InputException("there must be at least 1 class, but there are " + classes);
      }
      this.classes = classes;
    }

    /** How classes are averaged. */
    public Builder averaging(Averaging value) {
      averaging = value;
      return this;
    }

    /** Which of precision, recall and F1 is the value. */
    public Builder quantity(Quantity value) {
      quantity = value;
      return this;
    }

    /** What 0/0 counts as, 0 or 1; scikit-learn's {@code zero_division}. */
    public Builder undefined(double value) {
      if (value != 0 && value != 1) {
        throw new InputException("what is undefined counts as 0 or as 1, not as " + value);
      }
      undefined = value;
      return this;
    }

    /** Whether classes that neither occur nor are predicted take part in averages. */
    public Builder allClasses(boolean value) {
      allClasses = value;
      return this;
    }

    /** The metric. */
    public FScore build() {
      return new FScore(this);
    }
  }
}
