package gloss.report;

import com.google.gson.GsonBuilder;
import gloss.explain.Bins;
import gloss.explain.Explanation;
import gloss.explain.ModelComparison;
import gloss.score.Score;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Two models side by side on the same lines, as one HTML page and as JSON. */
public final class ComparisonPage {
  private static final int MOST_LINES = 15;

  private final ModelComparison comparison;
  private final List<ModelComparison.Test> tests;
  private final List<ModelComparison.Changed> changed;

  private ComparisonPage(ModelComparison comparison) {
    this.comparison = comparison;
    tests = comparison.tests();
    changed = comparison.changed();
  }

  /** The page. */
  public static String html(ModelComparison comparison) {
    ComparisonPage page = new ComparisonPage(comparison);
    String title = page.a().model() + " and " + page.b().model() + " on " + page.a().split();
    return Page.of(title, page.header(), page.body());
  }

  /**
   * The same for programs: {@code a} and {@code b} as in {@link ExplanationJson}, {@code tests}
   * with p-values, and {@code changed}, all lines whose outputs differ with their scores.
   */
  public static String json(ModelComparison comparison) {
    return new ComparisonPage(comparison).json();
  }

  private Explanation a() {
    return comparison.a();
  }

  private Explanation b() {
    return comparison.b();
  }

  private String header() {
    return "<h1>"
        + Html.escape(a().model())
        + " and "
        + Html.escape(b().model())
        + "</h1>\n<p class=\"facts\">On the same "
        + Html.whole(a().lines().size())
        + " lines of "
        + Html.escape(a().split())
        + "</p>\n<p class=\"facts\">"
        + key()
        + "</p><nav>"
        + ExplanationPage.link("tests", "Scores")
        + ExplanationPage.link("better", "Lines that gained")
        + ExplanationPage.link("worse", "Lines that lost")
        + ExplanationPage.link("where", "Where the loss is")
        + ExplanationPage.link("calibration", "Calibration")
        + "</nav>\n";
  }

  private String key() {
    return "<span class=\"key\"></span>A: "
        + Html.escape(a().model())
        + " &nbsp; <span class=\"key b\"></span>B: "
        + Html.escape(b().model())
        + " &nbsp; ";
  }

  private String body() {
    List<ModelComparison.Changed> worst = new ArrayList<>(changed);
    Collections.reverse(worst);
    return verdict()
        + scores()
        + lines(
            "better",
            "Lines that gained most from A to B",
            changed.stream().filter(line -> line.gain() > 0).toList())
        + lines(
            "worse",
            "Lines that lost most from A to B",
            worst.stream().filter(line -> line.gain() < 0).toList())
        + ExplanationPage.where(List.of(a(), b()))
        + ExplanationPage.calibration(List.of(a(), b()), key());
  }

  private String verdict() {
    ModelComparison.Test first = tests.get(0);
    String text =
        first.isSignificant()
            ? (first.isBetter() ? "B" : "A")
                + " is better by "
                + first.a().name()
                + ", and that is no accident of these lines (p = "
                + p(first)
                + ")."
            : "By "
                + first.a().name()
                + " the difference may be an accident of these lines (p = "
                + p(first)
                + ").";
    long better = changed.stream().filter(line -> line.gain() > 0).count();
    long worse = changed.stream().filter(line -> line.gain() < 0).count();
    return Page.note(false, "Which is better:", text)
        + Page.note(
            false,
            "What changed:",
            Html.whole(changed.size())
                + " of "
                + Html.whole(a().lines().size())
                + " outputs differ; of these B is better in "
                + Html.whole(better)
                + " and A in "
                + Html.whole(worse)
                + ".");
  }

  private static String p(ModelComparison.Test test) {
    return String.format(Locale.ROOT, "%.3f", test.p());
  }

  private String scores() {
    List<String> rows = new ArrayList<>();
    for (ModelComparison.Test test : tests) {
      rows.add(
          Tables.cell(test.a().name())
              + score(test.a())
              + score(test.b())
              + Tables.number(
                  String.format(Locale.ROOT, "%+.3f", test.b().value() - test.a().value()))
              + Tables.number(p(test))
              + Tables.cell(
                  test.isSignificant()
                      ? (test.isBetter() ? "B is better" : "A is better")
                      : "not significant"));
    }
    return Tables.section(
        "tests",
        "Scores",
        "<p class=\"facts\">Differences with the p-value of a paired bootstrap of 1000 resamples;"
            + " the loss is in nats a character, so that subwords may differ.</p>"
            + Tables.table("Scores", "metric|#A|#B|#B − A|#p|at 0.05", rows));
  }

  private static String score(Score score) {
    String around = score.confidence().map(c -> " ± " + Html.number(c.halfWidth())).orElse("");
    return Tables.number(Html.number(score.value()) + around);
  }

  private String lines(String id, String title, List<ModelComparison.Changed> lines) {
    if (lines.isEmpty()) {
      return Tables.section(id, title, "<p class=\"facts\">There is none.</p>");
    }
    StringBuilder html =
        new StringBuilder(
            "<p class=\"facts\">By the score of the line alone; against the reference: <ins>too"
                + " much</ins> <del>missing</del></p>\n");
    lines.stream().limit(MOST_LINES).forEach(line -> html.append(line(line)));
    return Tables.section(id, title, html.toString());
  }

  private static String line(ModelComparison.Changed line) {
    return "<article class=\"line\"><h3>Line "
        + Html.whole(line.a().number())
        + "<small>"
        + Html.number(line.scoreA())
        + " → "
        + Html.number(line.scoreB())
        + "</small></h3><dl>"
        + HeatMap.part("source", Html.escape(line.a().source()))
        + HeatMap.part("reference", Html.escape(line.a().reference()))
        + HeatMap.part("output A", Samples.difference(line.a().reference(), line.a().output()))
        + HeatMap.part("output B", Samples.difference(line.b().reference(), line.b().output()))
        + "</dl></article>\n";
  }

  private String json() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("a", ExplanationJson.summary(a(), List.of()));
    tree.put("b", ExplanationJson.summary(b(), List.of()));
    List<Map<String, Object>> scores = new ArrayList<>();
    for (ModelComparison.Test test : tests) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("metric", test.a().name());
      one.put("a", test.a().value());
      one.put("b", test.b().value());
      one.put("p", test.p());
      scores.add(one);
    }
    tree.put("tests", scores);
    for (String name : List.of("byFrequency", "byPosition", "byLength")) {
      tree.put(name, List.of(bins(name, a()), bins(name, b())));
    }
    tree.put("changed", changed.stream().map(ComparisonPage::tree).toList());
    return new GsonBuilder()
            .serializeSpecialFloatingPointValues()
            .disableHtmlEscaping()
            .create()
            .toJson(tree)
        + "\n";
  }

  private static List<Bins.Bin> bins(String name, Explanation explanation) {
    return switch (name) {
      case "byFrequency" -> Bins.byFrequency(explanation);
      case "byPosition" -> Bins.byPosition(explanation);
      default -> Bins.byLength(explanation);
    };
  }

  private static Map<String, Object> tree(ModelComparison.Changed line) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("line", line.a().number());
    tree.put("scoreA", line.scoreA());
    tree.put("scoreB", line.scoreB());
    tree.put("outputA", line.a().output());
    tree.put("outputB", line.b().output());
    return tree;
  }
}
