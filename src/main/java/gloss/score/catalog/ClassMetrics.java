package gloss.score.catalog;

import gloss.score.Metric;
import gloss.score.Score;
import gloss.score.classification.Accuracy;
import gloss.score.classification.ClassScores;
import gloss.score.classification.Classified;
import gloss.score.classification.FScore;
import gloss.score.classification.LogLoss;
import gloss.score.classification.TopK;
import gloss.text.InputException;
import gloss.text.Nearest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The metrics of predicted classes by name. Examples are probabilities of all classes; precision,
 * recall and F1 are means over the classes.
 */
public final class ClassMetrics {
  private static final int FEW = 5;
  private static final Map<String, Measure> INDEX = build();

  private ClassMetrics() {}

  /** Scores examples of so many classes. */
  @FunctionalInterface
  private interface Measure {
    Score of(int classes, List<ClassScores> examples);
  }

  private static Map<String, Measure> build() {
    Map<String, Measure> index = new LinkedHashMap<>();
    index.put("accuracy", decided(classes -> new Accuracy()));
    index.put("top-5", (classes, examples) -> new TopK(FEW).score(examples));
    index.put("precision", decided(f(FScore.Quantity.PRECISION)));
    index.put("recall", decided(f(FScore.Quantity.RECALL)));
    index.put("f1", decided(f(FScore.Quantity.F1)));
    index.put("log-loss", (classes, examples) -> new LogLoss().score(examples));
    return Collections.unmodifiableMap(index);
  }

  private static IntFunction<Metric<Classified>> f(FScore.Quantity quantity) {
    return classes -> FScore.builder(classes).quantity(quantity).build();
  }

  private static Measure decided(IntFunction<Metric<Classified>> metric) {
    return (classes, examples) ->
        metric.apply(classes).score(examples.stream().map(ClassScores::best).toList());
  }

  /** The names. */
  public static List<String> names() {
    return List.copyOf(INDEX.keySet());
  }

  /**
   * The score of examples.
   *
   * @param classes how many there are
   * @throws InputException if no metric has the name
   */
  public static Score score(String name, int classes, List<ClassScores> examples) {
    Measure measure = INDEX.get(name);
    if (measure == null) {
      throw new InputException(
          "no metric of classes is called '" + name + "'" + Nearest.hint(name, INDEX.keySet()));
    }
    return measure.of(classes, examples);
  }
}
