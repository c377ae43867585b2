package gloss.score.job;

import gloss.score.Json;
import gloss.score.Score;
import gloss.score.report.ComparisonReport;
import gloss.score.report.Layout;
import gloss.score.report.SingleReport;
import gloss.score.significance.Comparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Chooses the report for one system or several and adds the documents' scores. */
final class Report {
  private final ScoreOptions options;
  private final List<String> systems;
  private final Optional<DocumentScores> documents;

  Report(ScoreOptions options, List<String> systems, Optional<DocumentScores> documents) {
    this.options = options;
    this.systems = systems;
    this.documents = documents;
  }

  /** {@code comparisons}: for every metric one per system. */
  String of(List<List<Comparison>> comparisons) {
    List<Integer> order = order(comparisons.size());
    List<List<Comparison>> ordered = order.stream().map(comparisons::get).toList();
    boolean json = options.layout().format() == Layout.Format.JSON;
    if (json && documents.isPresent() && !options.layout().scoreOnly()) {
      return systems.size() == 1 ? singleJson(ordered, order) : comparisonJson(ordered, order);
    }
    String report =
        systems.size() == 1
            ? new SingleReport(options.layout()).of(scores(ordered))
            : comparison().of(systems, ordered);
    return documents
        .map(d -> report + "\n\n" + d.table(systems, options.layout().width()))
        .orElse(report);
  }

  /** By name, except in a paired test, which keeps the user's order. */
  private List<Integer> order(int metrics) {
    List<Integer> order = new ArrayList<>();
    for (int m = 0; m < metrics; m++) {
      order.add(m);
    }
    if (options.tests().paired().isEmpty()) {
      order.sort(
          Comparator.comparing(m -> options.metrics().get(m).name().toUpperCase(Locale.ROOT)));
    }
    return order;
  }

  private ComparisonReport comparison() {
    return new ComparisonReport(
        options.layout(), options.tests().paired().map(ScoreOptions.Paired::note));
  }

  private static List<Score> scores(List<List<Comparison>> comparisons) {
    return comparisons.stream().map(systems -> systems.get(0).score()).toList();
  }

  private String singleJson(List<List<Comparison>> comparisons, List<Integer> order) {
    List<String> objects = new ArrayList<>();
    for (int m = 0; m < order.size(); m++) {
      Score score = comparisons.get(m).get(0).score();
      Map<String, Object> fields = new LinkedHashMap<>(score.fields(options.layout().width()));
      fields.put("documents", ofDocuments(0, order.get(m)));
      objects.add(Json.text(fields, 1, false));
    }
    return objects.size() == 1 ? objects.get(0) : "[\n" + String.join(",\n", objects) + "\n]";
  }

  private String comparisonJson(List<List<Comparison>> comparisons, List<Integer> order) {
    List<Map<String, Object>> objects = comparison().objects(systems, comparisons);
    for (int s = 0; s < objects.size(); s++) {
      Map<String, Object> byMetric = new LinkedHashMap<>();
      for (int m = 0; m < order.size(); m++) {
        byMetric.put(comparisons.get(m).get(s).score().name(), ofDocuments(s, order.get(m)));
      }
      objects.get(s).put("documents", byMetric);
    }
    return Json.text(objects, 4, true);
  }

  private Map<String, Double> ofDocuments(int system, int metric) {
    return documents.map(d -> d.of(system, metric, options.layout().width())).orElseGet(Map::of);
  }
}
