package gloss.score.report;

import gloss.score.Decimals;
import gloss.score.Json;
import gloss.score.Score;
import gloss.score.significance.Comparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The scores of several systems, with p-values where a test was made. */
public final class ComparisonReport {
  private static final double SIGNIFICANT = 0.05;

  private final Layout layout;
  private final Optional<TestNote> note;

  /**
   * Writes in a layout.
   *
   * @param note what test was made, if any
   */
  public ComparisonReport(Layout layout, Optional<TestNote> note) {
    this.layout = layout;
    this.note = note;
  }

  /**
   * The report, without a line end.
   *
   * @param systems their names, the baseline's first
   * @param metrics for each metric one comparison per system
   */
  public String of(List<String> systems, List<List<Comparison>> metrics) {
    return layout.format() == Layout.Format.JSON
        ? Json.text(objects(systems, metrics), 4, true)
        : text(systems, metrics);
  }

  /** One member per system; for callers that add to it before writing. */
  public List<Map<String, Object>> objects(List<String> systems, List<List<Comparison>> metrics) {
    List<Map<String, Object>> objects = new ArrayList<>();
    for (int s = 0; s < systems.size(); s++) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("system", systems.get(s));
      for (List<Comparison> comparisons : metrics) {
        Comparison comparison = comparisons.get(s);
        object.put(comparison.score().name(), jsonValue(comparison));
      }
      objects.add(object);
    }
    return objects;
  }

  private Object jsonValue(Comparison comparison) {
    Score score = comparison.score();
    if (note.isEmpty()) {
      return Decimals.fixed(score.value(), layout.width());
    }
    Map<String, @Nullable Object> value = new LinkedHashMap<>();
    value.put("score", score.value());
    value.put("p_value", comparison.pValue().isEmpty() ? null : comparison.pValue().getAsDouble());
    value.put("mean", score.confidence().map(c -> c.mean()).orElse(null));
    value.put("ci", score.confidence().map(c -> c.halfWidth()).orElse(null));
    return value;
  }

  private String text(List<String> systems, List<List<Comparison>> metrics) {
    Palette palette = layout.palette();
    boolean baseline = systems.get(0).startsWith("Baseline:");
    List<String> header = new ArrayList<>(List.of(palette.cyan("System")));
    metrics.forEach(m -> header.add(palette.cyan(title(m.get(0).score()))));
    List<List<String>> rows = new ArrayList<>();
    for (int s = 0; s < systems.size(); s++) {
      List<String> row = new ArrayList<>(List.of(systems.get(s)));
      for (List<Comparison> comparisons : metrics) {
        row.add(cell(comparisons.get(s)));
      }
      rows.add(s == 0 && baseline ? row.stream().map(palette::yellow).toList() : row);
    }
    Table table = new Table(header, rows);
    String ruled = layout.format() == Layout.Format.LATEX ? table.latex() : table.ruled();
    String explained = note.map(n -> n.text(systems.get(0), palette) + "\n").orElse("");
    return ruled + "\n\n" + explained + signatures(metrics);
  }

  private static String title(Score score) {
    return score.confidence().isPresent() ? score.name() + " (μ ± 95% CI)" : score.name();
  }

  private String cell(Comparison comparison) {
    int width = layout.width();
    Score score = comparison.score();
    StringBuilder cell = new StringBuilder(Decimals.fixed(score.value(), width));
    score
        .confidence()
        .ifPresent(
            c ->
                cell.append(" (")
                    .append(Decimals.fixed(c.mean(), width))
                    .append(" ± ")
                    .append(Decimals.fixed(c.halfWidth(), width))
                    .append(')'));
    comparison
        .pValue()
        .ifPresent(
            p -> cell.append(layout.format() == Layout.Format.LATEX ? " " : "\n").append(mark(p)));
    return cell.toString();
  }

  private String mark(double p) {
    String text = "(p = " + Decimals.fixed(p, 4) + ")";
    return p > SIGNIFICANT ? layout.palette().red(text) : text + "*";
  }

  private String signatures(List<List<Comparison>> metrics) {
    String title = "Metric signatures";
    List<String> lines = new ArrayList<>();
    lines.add("-".repeat(title.length()));
    lines.add(title);
    lines.add("-".repeat(title.length()));
    for (List<Comparison> comparisons : metrics) {
      Score score = comparisons.get(0).score();
      String padding = " ".repeat(Math.max(0, 10 - score.name().length()));
      lines.add(" - " + score.name() + padding + " " + layout.signature(score));
    }
    return String.join("\n", lines);
  }
}
