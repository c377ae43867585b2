package gloss.model;

import gloss.explain.ClassExample;
import gloss.explain.ClassExplanation;
import gloss.explain.Content;
import gloss.score.Score;
import gloss.score.catalog.ClassMetrics;
import gloss.score.classification.ClassScores;
import gloss.score.classification.ConfusionMatrix;
import gloss.train.Validation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The classes that a model gives the examples of a split.
 *
 * @param split its name
 * @param classes their names
 * @param labels the right class of each example, from 0. Not copied
 * @param places where each example comes from, for people to find it
 * @param probabilities of every class, one array an example
 * @param remarks what a person should know of the split
 */
@SuppressWarnings("ArrayRecordComponent") // None is compared.
public record ClassEvaluation(
    String split,
    List<String> classes,
    int[] labels,
    IntFunction<String> places,
    List<double[]> probabilities,
    List<String> remarks)
    implements Evaluation {
  private static final int DECIMALS = 4;

  /** Copies the lists. */
  public ClassEvaluation {
    classes = List.copyOf(classes);
    probabilities = List.copyOf(probabilities);
    remarks = List.copyOf(remarks);
  }

  /** Whether all probabilities are numbers. */
  public boolean isFinite() {
    return probabilities.stream().flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
  }

  private List<ClassScores> examples() {
    List<ClassScores> examples = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      examples.add(new ClassScores(labels[i], probabilities.get(i)));
    }
    return examples;
  }

  /**
   * The same for people who look for the errors.
   *
   * @param model its name
   * @param contents what the example at an index looks like
   */
  public ClassExplanation explanation(String model, IntFunction<Content> contents) {
    List<ClassExample> explained = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      explained.add(
          new ClassExample(
              i + 1, places.apply(i), labels[i], probabilities.get(i), classes, contents.apply(i)));
    }
    return new ClassExplanation(model, split, classes, explained);
  }

  @Override
  public List<String> outputs() {
    return probabilities.stream().map(row -> classes.get(best(row))).toList();
  }

  private static int best(double[] row) {
    int best = 0;
    for (int i = 1; i < row.length; i++) {
      best = row[i] > row[best] ? i : best;
    }
    return best;
  }

  @Override
  public List<Validation.Sample> samples(int most) {
    return Samples.evenly(
        most,
        labels.length,
        i -> {
          double[] row = probabilities.get(i);
          String output =
              String.format(Locale.ROOT, "%s (%.3f)", classes.get(best(row)), row[best(row)]);
          return new Validation.Sample(places.apply(i), classes.get(labels[i]), output);
        });
  }

  @Override
  public List<String> metrics() {
    return ClassMetrics.names();
  }

  @Override
  public int decimals() {
    return DECIMALS;
  }

  @Override
  public Score score(String metric) {
    return ClassMetrics.score(metric, classes.size(), examples());
  }

  /** The confusion matrix, for the report. */
  @Override
  public List<Map<String, Object>> events() {
    ConfusionMatrix matrix =
        ConfusionMatrix.of(classes.size(), examples().stream().map(ClassScores::best).toList());
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("event", "confusion");
    event.put("set", split);
    event.put("classes", classes);
    event.put("counts", matrix.toArray());
    return List.of(event);
  }
}
