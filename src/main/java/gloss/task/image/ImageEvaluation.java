package gloss.task.image;

import gloss.corpus.image.ImageSet;
import gloss.model.Evaluation;
import gloss.model.Samples;
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

/**
 * What a model makes of the pictures of a split.
 *
 * @param set the pictures
 * @param probabilities of every class, one array a picture
 * @param remarks what a person should know of the split
 */
record ImageEvaluation(
    String split, ImageSet set, List<double[]> probabilities, List<String> remarks)
    implements Evaluation {
  private static final int DECIMALS = 4;

  ImageEvaluation {
    probabilities = List.copyOf(probabilities);
    remarks = List.copyOf(remarks);
  }

  /** Whether all probabilities are numbers. */
  boolean isFinite() {
    return probabilities.stream().flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
  }

  private List<ClassScores> examples() {
    List<ClassScores> examples = new ArrayList<>();
    for (int i = 0; i < set.count(); i++) {
      examples.add(new ClassScores(set.labels()[i], probabilities.get(i)));
    }
    return examples;
  }

  @Override
  public List<String> outputs() {
    return probabilities.stream().map(row -> set.classes().get(best(row))).toList();
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
        set.count(),
        i -> {
          double[] row = probabilities.get(i);
          String output =
              String.format(Locale.ROOT, "%s (%.3f)", set.classes().get(best(row)), row[best(row)]);
          return new Validation.Sample(
              set.names().apply(i), set.classes().get(set.labels()[i]), output);
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
    return ClassMetrics.score(metric, set.classes().size(), examples());
  }

  /** The confusion matrix, for the report. */
  @Override
  public List<Map<String, Object>> events() {
    ConfusionMatrix matrix =
        ConfusionMatrix.of(
            set.classes().size(), examples().stream().map(ClassScores::best).toList());
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("event", "confusion");
    event.put("set", split);
    event.put("classes", set.classes());
    event.put("counts", matrix.toArray());
    return List.of(event);
  }
}
