package gloss.report;

import gloss.explain.Calibration;
import gloss.explain.ClassExplanation;
import gloss.explain.Explanation;
import gloss.explain.ModelComparison;
import gloss.explain.NumberExplanation;
import gloss.explain.TextExplanation;
import gloss.score.Score;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Two models side by side on the same examples, as one HTML page and as JSON. */
public final class ComparisonPage {
  private final ModelComparison comparison;

  private ComparisonPage(ModelComparison comparison) {
    this.comparison = comparison;
  }

  /** The page. */
  public static String html(ModelComparison comparison) {
    return new ComparisonPage(comparison).sheet().html();
  }

  /**
   * The same for programs: {@code a} and {@code b} with the figures of {@link ExplanationJson} but
   * for the examples, {@code tests} with p-values, and {@code changed}, all examples whose outputs
   * differ with what they are worth.
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

  private Sheet sheet() {
    Changes changes = new Changes(comparison);
    List<ModelComparison.Changed> worst = new ArrayList<>(comparison.changed());
    Collections.reverse(worst);
    List<Section> sections = new ArrayList<>();
    sections.add(scores());
    sections.add(
        new Section(
            "better",
            "What gained",
            "What gained most from A to B",
            changes.html(comparison.changed().stream().filter(c -> c.gain() > 0).toList())));
    sections.add(
        new Section(
            "worse",
            "What lost",
            "What lost most from A to B",
            changes.html(worst.stream().filter(c -> c.gain() < 0).toList())));
    sections.addAll(sides());
    return new Sheet(
        a().model() + " and " + b().model() + " on " + a().split(),
        "On the same " + Html.whole(a().examples().size()) + " examples. " + key(),
        verdict(),
        sections,
        "Losses are −ln p in nats.");
  }

  private List<Section> sides() {
    List<Section> sections = new ArrayList<>();
    if (a() instanceof TextExplanation one && b() instanceof TextExplanation other) {
      sections.add(TextPage.where(List.of(one, other)));
      sections.add(calibration(Calibration.of(one.tokens()), Calibration.of(other.tokens())));
    } else if (a() instanceof ClassExplanation one && b() instanceof ClassExplanation other) {
      sections.add(ClassPage.classes(List.of(one, other)));
      Columns.classes(List.of(one, other), key()).ifPresent(sections::add);
      sections.add(
          calibration(
              Calibration.of(one.examples().stream()), Calibration.of(other.examples().stream())));
    } else {
      List<NumberExplanation> both = List.of((NumberExplanation) a(), (NumberExplanation) b());
      sections.add(NumberPage.where(both));
      Columns.numbers(both, key()).ifPresent(sections::add);
      sections.add(NumberPage.scatter(both, key()));
    }
    return sections;
  }

  private Section calibration(Calibration one, Calibration other) {
    return Wording.calibration(List.of(one, other), key());
  }

  private String key() {
    return "<span class=\"key\"></span>A: "
        + Html.escape(a().model())
        + " &nbsp; <span class=\"key b\"></span>B: "
        + Html.escape(b().model())
        + " &nbsp; ";
  }

  private String verdict() {
    ModelComparison.Test first = comparison.tests().get(0);
    String text =
        first.isSignificant()
            ? (first.isBetter() ? "B" : "A")
                + " is better by "
                + first.a().name()
                + ", and that is no accident of this split (p "
                + (isTiny(first) ? "" : "= ")
                + p(first)
                + ")."
            : "By "
                + first.a().name()
                + " the difference may be an accident of this split (p = "
                + p(first)
                + ").";
    long better = comparison.changed().stream().filter(line -> line.gain() > 0).count();
    long worse = comparison.changed().stream().filter(line -> line.gain() < 0).count();
    return Page.note(false, "Which is better:", text)
        + Page.note(
            false,
            "What changed:",
            Html.whole(comparison.changed().size())
                + " of "
                + Html.whole(a().examples().size())
                + " outputs differ; of these B is better in "
                + Html.whole(better)
                + " and A in "
                + Html.whole(worse)
                + ".");
  }

  private static boolean isTiny(ModelComparison.Test test) {
    return test.p() < 0.0005;
  }

  private static String p(ModelComparison.Test test) {
    return isTiny(test) ? "< 0.001" : String.format(Locale.ROOT, "%.3f", test.p());
  }

  private Section scores() {
    List<String> rows = new ArrayList<>();
    for (ModelComparison.Test test : comparison.tests()) {
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
    return new Section(
        "tests",
        "Scores",
        "Scores",
        "<p class=\"facts\">Differences with their p-value: "
            + Html.escape(comparison.method())
            + ".</p>"
            + Tables.table("Scores", "metric|#A|#B|#B − A|#p|at 0.05", rows));
  }

  private static String score(Score score) {
    String around = score.confidence().map(c -> " ± " + Html.number(c.halfWidth())).orElse("");
    return Tables.number(Html.number(score.value()) + around);
  }

  private String json() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("a", side(a()));
    tree.put("b", side(b()));
    tree.put("method", comparison.method());
    tree.put("tests", comparison.tests().stream().map(ComparisonPage::tree).toList());
    tree.put("measure", comparison.measure());
    tree.put("changed", comparison.changed().stream().map(this::tree).toList());
    return ExplanationJson.text(tree);
  }

  private static Map<String, Object> side(Explanation explanation) {
    Map<String, Object> side = new LinkedHashMap<>(ExplanationJson.summary(explanation));
    side.putAll(ExplanationJson.groups(explanation));
    return side;
  }

  private static Map<String, Object> tree(ModelComparison.Test test) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("metric", test.a().name());
    tree.put("a", test.a().value());
    tree.put("b", test.b().value());
    tree.put("p", test.p());
    return tree;
  }

  private Map<String, Object> tree(ModelComparison.Changed changed) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("number", changed.number());
    tree.put("scoreA", changed.scoreA());
    tree.put("scoreB", changed.scoreB());
    tree.put("outputA", output(a(), changed.index()));
    tree.put("outputB", output(b(), changed.index()));
    return tree;
  }

  private static Object output(Explanation explanation, int index) {
    if (explanation instanceof TextExplanation text) {
      return text.lines().get(index).output();
    }
    return explanation instanceof ClassExplanation classes
        ? classes.examples().get(index).predicted()
        : ((NumberExplanation) explanation).examples().get(index).output();
  }
}
