package gloss.report;

import com.google.gson.GsonBuilder;
import gloss.explain.Bins;
import gloss.explain.Calibration;
import gloss.explain.ClassExample;
import gloss.explain.ClassExplanation;
import gloss.explain.ClassFigures;
import gloss.explain.Confusions;
import gloss.explain.Example;
import gloss.explain.Explanation;
import gloss.explain.Hardest;
import gloss.explain.Line;
import gloss.explain.LostNgrams;
import gloss.explain.NumberExample;
import gloss.explain.NumberExplanation;
import gloss.explain.Quantiles;
import gloss.explain.Suspects;
import gloss.explain.TextExplanation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An explanation for programs. All have {@code model}, {@code split}, {@code scores} by name and
 * {@code hardest} ({@code share} of the loss and {@code numbers}, 1 % of all).
 *
 * <ul>
 *   <li>Text: {@code loss} (nats a token), {@code accuracy}, {@code calibrationError}, {@code
 *       calibration}, {@code outliers} (line numbers), {@code byFrequency}, {@code byPosition},
 *       {@code byLength}, {@code byCopying}, {@code confusions}, {@code missing} and {@code
 *       invented} n-grams by their length, and {@code lines} with their {@code tokens} and the
 *       words {@code written}, each with the words of the source that it {@code looks} at ({@code
 *       place} from 0, {@code word}, {@code share} of the attention) and the share that is {@code
 *       copied} (below 0 where a model cannot copy).
 *   <li>Classes: {@code loss} (nats an example), {@code accuracy}, {@code calibrationError}, {@code
 *       calibration}, {@code suspects} (numbers), {@code classes} with their figures, {@code
 *       confusion} (a row for each right class), {@code confusions}, and {@code examples}.
 *   <li>Numbers: {@code target}, {@code bias}, {@code outliers} (numbers), {@code byTarget}, {@code
 *       byOutput}, and {@code examples}.
 * </ul>
 */
public final class ExplanationJson {
  private static final int MOST = 100;

  private ExplanationJson() {}

  /** The JSON text. */
  public static String of(Explanation explanation) {
    return text(tree(explanation));
  }

  static String text(Map<String, Object> tree) {
    return new GsonBuilder()
            .serializeSpecialFloatingPointValues()
            .disableHtmlEscaping()
            .create()
            .toJson(tree)
        + "\n";
  }

  private static Map<String, Object> tree(Explanation explanation) {
    Map<String, Object> tree = new LinkedHashMap<>(summary(explanation));
    Hardest<? extends Example> hardest = Hardest.of(explanation.examples(), Wording.HARDEST);
    Map<String, Object> worst = new LinkedHashMap<>();
    worst.put("share", hardest.share());
    worst.put("numbers", numbers(hardest.examples()));
    tree.put("hardest", worst);
    if (explanation instanceof TextExplanation text) {
      add(tree, text);
    } else if (explanation instanceof ClassExplanation classes) {
      add(tree, classes);
    } else if (explanation instanceof NumberExplanation numbers) {
      add(tree, numbers);
    }
    return tree;
  }

  private static void add(Map<String, Object> tree, TextExplanation text) {
    tree.put("calibration", Calibration.of(text.tokens()).groups());
    tree.put("outliers", numbers(Hardest.outliers(text.lines(), Line::mean)));
    tree.putAll(groups(text));
    tree.put("confusions", Confusions.of(text.tokens(), MOST));
    Map<String, Object> missing = new LinkedHashMap<>();
    Map<String, Object> invented = new LinkedHashMap<>();
    for (int n = 1; n <= 4; n++) {
      missing.put("" + n, LostNgrams.missing(text, n, MOST));
      invented.put("" + n, LostNgrams.invented(text, n, MOST));
    }
    tree.put("missing", missing);
    tree.put("invented", invented);
    tree.put("lines", text.lines());
  }

  private static void add(Map<String, Object> tree, ClassExplanation classes) {
    tree.put("calibration", Calibration.of(classes.examples().stream()).groups());
    tree.put("suspects", numbers(Suspects.of(classes)));
    tree.putAll(groups(classes));
    tree.put("confusion", classes.confusion());
    tree.put("confusions", Confusions.of(classes.examples().stream(), MOST));
    tree.put("examples", classes.examples().stream().map(ExplanationJson::tree).toList());
  }

  private static void add(Map<String, Object> tree, NumberExplanation numbers) {
    tree.put(
        "outliers", numbers(Hardest.outliers(numbers.examples(), row -> Math.abs(row.error()))));
    tree.putAll(groups(numbers));
    tree.put("examples", numbers.examples().stream().map(ExplanationJson::tree).toList());
  }

  /** The figures of groups, by their names. */
  static Map<String, Object> groups(Explanation explanation) {
    Map<String, Object> groups = new LinkedHashMap<>();
    if (explanation instanceof TextExplanation text) {
      groups.put("byFrequency", Bins.byFrequency(text));
      groups.put("byPosition", Bins.byPosition(text));
      groups.put("byLength", Bins.byLength(text));
      groups.put("byCopying", Bins.byCopying(text));
    } else if (explanation instanceof ClassExplanation classes) {
      groups.put("classes", ClassFigures.of(classes));
    } else if (explanation instanceof NumberExplanation numbers) {
      groups.put("byTarget", Quantiles.byTarget(numbers, NumberPage.GROUPS));
      groups.put("byOutput", Quantiles.byOutput(numbers, NumberPage.GROUPS));
    }
    return groups;
  }

  static Map<String, Object> summary(Explanation explanation) {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("model", explanation.model());
    summary.put("split", explanation.split());
    Map<String, Double> values = new LinkedHashMap<>();
    explanation.scores().forEach(score -> values.put(score.name(), score.value()));
    summary.put("scores", values);
    if (explanation instanceof TextExplanation text) {
      summary.put("loss", text.mean());
      summary.put("accuracy", text.accuracy());
      summary.put("calibrationError", Calibration.of(text.tokens()).error());
    } else if (explanation instanceof ClassExplanation classes) {
      summary.put("loss", classes.mean());
      summary.put("accuracy", classes.accuracy());
      summary.put("calibrationError", Calibration.of(classes.examples().stream()).error());
    } else if (explanation instanceof NumberExplanation numbers) {
      summary.put("target", numbers.target());
      summary.put("bias", numbers.bias());
    }
    return summary;
  }

  private static Map<String, Object> tree(ClassExample example) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("number", example.number());
    tree.put("place", example.place());
    tree.put("truth", example.truth());
    tree.put("predicted", example.predicted());
    tree.put("loss", example.loss());
    tree.put("probabilities", example.probabilities());
    return tree;
  }

  private static Map<String, Object> tree(NumberExample example) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("number", example.number());
    tree.put("place", example.place());
    tree.put("target", example.target());
    tree.put("output", example.output());
    tree.put("error", example.error());
    return tree;
  }

  private static List<Integer> numbers(List<? extends Example> examples) {
    return examples.stream().map(Example::number).toList();
  }
}
