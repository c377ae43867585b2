package gloss.report;

import gloss.explain.Calibration;
import gloss.explain.Example;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the pages of all kinds of models say in the same words. */
final class Wording {
  /** The share of examples that the pages call the hardest. */
  static final double HARDEST = 0.01;

  private static final int MOST = 200;

  private Wording() {}

  /** The numbers of examples, at most 200 of them. */
  static String numbers(List<? extends Example> examples) {
    return list(examples, example -> "" + example.number());
  }

  /** Examples one after the other, at most 200 of them. */
  static <E> String list(List<E> examples, Function<E, String> name) {
    return examples.stream().limit(MOST).map(name).collect(Collectors.joining(", "))
        + (examples.size() > MOST ? ", …" : "");
  }

  /** {@code once}, {@code 2 times}. */
  static String times(long count) {
    return count == 1 ? "once" : Html.whole(count) + " times";
  }

  /** Whether a model is as often right as it is sure. */
  static String sure(Calibration calibration) {
    double over = calibration.overconfidence();
    if (Math.abs(over) < 0.02) {
      return "it is about as often right as it is sure.";
    }
    return over > 0
        ? "it is too sure, by " + Page.percent(over) + " on average."
        : "it is not sure enough, by " + Page.percent(-over) + " on average.";
  }

  /** The plot of one model, or of two; {@code key} says which is which. */
  static Section calibration(List<Calibration> calibrations, String key) {
    return new Section(
        "calibration",
        "Calibration",
        "Calibration",
        "<p class=\"facts\">"
            + key
            + "Below the diagonal it is too sure, above it not sure enough; the area of a dot is"
            + " the number of predictions. Expected calibration error: "
            + calibrations.stream()
                .map(calibration -> Page.percent(calibration.error()))
                .collect(Collectors.joining(" and "))
            + ".</p><figure>"
            + CalibrationPlot.of(calibrations)
            + "</figure>");
  }
}
