package gloss.task.table;

import gloss.model.Evaluation;
import gloss.model.Samples;
import gloss.score.Score;
import gloss.score.catalog.ClassMetrics;
import gloss.score.classification.ClassScores;
import gloss.score.classification.ConfusionMatrix;
import gloss.train.Validation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The classes that a model gives the rows of a split.
 *
 * @param probabilities of every class, one array a row
 */
record TableClassEvaluation(
    String split, TargetColumn target, TableRows rows, List<double[]> probabilities)
    implements Evaluation {
  private static final int DECIMALS = 4;

  TableClassEvaluation {
    probabilities = List.copyOf(probabilities);
  }

  private List<ClassScores> examples() {
    List<ClassScores> examples = new ArrayList<>();
    for (int i = 0; i < rows.count(); i++) {
      examples.add(new ClassScores((int) rows.target(i), probabilities.get(i)));
    }
    return examples;
  }

  @Override
  public List<String> outputs() {
    return probabilities.stream().map(row -> target.classes().get(best(row))).toList();
  }

  private static int best(double[] row) {
    return new ClassScores(0, row).best().predicted();
  }

  @Override
  public List<Validation.Sample> samples(int most) {
    return Samples.evenly(
        most,
        rows.count(),
        i -> {
          double[] row = probabilities.get(i);
          String output =
              String.format(
                  Locale.ROOT, "%s (%.3f)", target.classes().get(best(row)), row[best(row)]);
          return new Validation.Sample(
              rows.place(i), target.classes().get((int) rows.target(i)), output);
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
    return ClassMetrics.score(metric, target.classes().size(), examples());
  }

  @Override
  public List<Map<String, Object>> events() {
    ConfusionMatrix matrix =
        ConfusionMatrix.of(
            target.classes().size(), examples().stream().map(ClassScores::best).toList());
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("event", "confusion");
    event.put("set", split);
    event.put("classes", target.classes());
    event.put("counts", matrix.toArray());
    return List.of(event);
  }
}
