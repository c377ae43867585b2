package gloss.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import gloss.explain.Bins;
import gloss.explain.Calibration;
import gloss.explain.Confusions;
import gloss.explain.Explanation;
import gloss.explain.Hardest;
import gloss.explain.Line;
import gloss.explain.LostNgrams;
import gloss.score.Score;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An explanation for programs: {@code model}, {@code split}, {@code loss} (nats a token), {@code
 * accuracy}, {@code scores} by name, {@code calibrationError}, {@code calibration}, {@code hardest}
 * ({@code share} and {@code lines}, 1 % of all), {@code outliers} (line numbers), {@code
 * byFrequency}, {@code byPosition}, {@code byLength}, {@code confusions}, {@code missing} and
 * {@code invented} n-grams by their length, and {@code lines} with their tokens.
 */
public final class ExplanationJson {
  private static final int MOST = 100;

  private ExplanationJson() {}

  /** The JSON text. */
  public static String of(Explanation explanation, List<Score> scores) {
    Gson gson =
        new GsonBuilder().serializeSpecialFloatingPointValues().disableHtmlEscaping().create();
    return gson.toJson(tree(explanation, scores)) + "\n";
  }

  static Map<String, Object> tree(Explanation explanation, List<Score> scores) {
    Map<String, Object> tree = new LinkedHashMap<>(summary(explanation, scores));
    Calibration calibration = Calibration.of(explanation);
    tree.put("calibration", calibration.groups());
    Hardest hardest = Hardest.of(explanation, ExplanationPage.HARDEST);
    Map<String, Object> worst = new LinkedHashMap<>();
    worst.put("share", hardest.share());
    worst.put("lines", numbers(hardest.lines()));
    tree.put("hardest", worst);
    tree.put("outliers", numbers(Hardest.outliers(explanation)));
    tree.put("byFrequency", Bins.byFrequency(explanation));
    tree.put("byPosition", Bins.byPosition(explanation));
    tree.put("byLength", Bins.byLength(explanation));
    tree.put("confusions", Confusions.of(explanation, MOST));
    Map<String, Object> missing = new LinkedHashMap<>();
    Map<String, Object> invented = new LinkedHashMap<>();
    for (int n = 1; n <= 4; n++) {
      missing.put("" + n, LostNgrams.missing(explanation, n, MOST));
      invented.put("" + n, LostNgrams.invented(explanation, n, MOST));
    }
    tree.put("missing", missing);
    tree.put("invented", invented);
    tree.put("lines", explanation.lines());
    return tree;
  }

  static Map<String, Object> summary(Explanation explanation, List<Score> scores) {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("model", explanation.model());
    summary.put("split", explanation.split());
    summary.put("loss", explanation.mean());
    summary.put("accuracy", explanation.accuracy());
    Map<String, Double> values = new LinkedHashMap<>();
    scores.forEach(score -> values.put(score.name(), score.value()));
    summary.put("scores", values);
    summary.put("calibrationError", Calibration.of(explanation).error());
    return summary;
  }

  private static List<Integer> numbers(List<Line> lines) {
    return lines.stream().map(Line::number).toList();
  }
}
