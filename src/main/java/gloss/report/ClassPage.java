package gloss.report;

import gloss.explain.Calibration;
import gloss.explain.ClassExample;
import gloss.explain.ClassExplanation;
import gloss.explain.ClassFigures;
import gloss.explain.Confusions;
import gloss.explain.Explanation;
import gloss.explain.Hardest;
import gloss.explain.Suspects;
import gloss.score.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The page of a classifier. */
final class ClassPage {
  private static final int SHOWN = 48;
  private static final int MOST_ROWS = 25;
  private static final int TYPICAL = 24;

  /** A matrix of more classes is a picture that nobody reads. */
  private static final int MOST_CLASSES = 60;

  private final ClassExplanation explanation;
  private final List<ClassExample> suspects;

  ClassPage(ClassExplanation explanation) {
    this.explanation = explanation;
    suspects = Suspects.of(explanation);
  }

  Sheet sheet() {
    return new Sheet(
        explanation.model() + " on " + explanation.split(),
        "What it gets wrong: "
            + Html.whole(explanation.examples().size())
            + " examples of "
            + Html.whole(explanation.classes().size())
            + " classes",
        findings() + tiles(),
        sections(),
        "The loss of an example is −ln p of the class that it is said to have, in nats.");
  }

  private List<Section> sections() {
    List<Section> sections =
        new ArrayList<>(List.of(hardest(), labels(), classes(List.of(explanation)), confusions()));
    Columns.classes(List.of(explanation), "").ifPresent(sections::add);
    sections.add(Wording.calibration(List.of(Calibration.of(explanation.examples().stream())), ""));
    sections.add(typical());
    return sections;
  }

  private String tiles() {
    StringBuilder tiles = new StringBuilder("<dl class=\"tiles\">");
    for (Score score : explanation.scores()) {
      tiles.append(
          score.name().equals("accuracy")
              ? Page.tile(
                  "Right",
                  Page.percent(score.value()),
                  "always the most frequent class: " + Page.percent(explanation.majority()))
              : Page.tile(score.name(), Html.number(score.value()), about(score.name())));
    }
    Calibration calibration = Calibration.of(explanation.examples().stream());
    tiles.append(
        Page.tile(
            "Calibration error", Page.percent(calibration.error()), "expected, of probabilities"));
    tiles.append(
        Page.tile(
            "In the hardest 1 %",
            Page.percent(hardestPart().share()), "of the loss is in those examples"));
    return tiles.append("</dl>\n").toString();
  }

  private static String about(String metric) {
    return switch (metric) {
      case "log loss" -> "nats an example, its cross-entropy";
      case "f1", "F1" -> "mean over the classes";
      case "top-5" -> "share with the right class among the five likeliest";
      default -> "of what it says";
    };
  }

  private Hardest<ClassExample> hardestPart() {
    return Hardest.of(explanation.examples(), Wording.HARDEST);
  }

  private double total() {
    return Math.max(explanation.total(), Double.MIN_NORMAL);
  }

  /** What the figures say, in sentences. */
  private String findings() {
    String data =
        suspects.isEmpty()
            ? Page.note(false, "The data:", "no label stands out as wrong.")
            : Page.note(
                true,
                "Look at the data:",
                Html.whole(suspects.size())
                    + (suspects.size() == 1 ? " example (" : " examples (")
                    + Page.percent(suspects.size() / (double) explanation.examples().size())
                    + ") with "
                    + Page.percent(
                        suspects.stream().mapToDouble(ClassExample::loss).sum() / total())
                    + " of the loss may have a wrong label: the model is as sure of another class"
                    + " as it is of that class's own examples. They are listed under Labels to"
                    + " look at; of those that look right, the model has something to learn.");
    return data
        + Page.note(false, "What it gets wrong:", wrong())
        + Page.note(
            false,
            "Its probabilities:",
            Wording.sure(Calibration.of(explanation.examples().stream())));
  }

  private String wrong() {
    List<Confusions.Confusion> first = Confusions.of(explanation.examples().stream(), 1);
    if (first.isEmpty()) {
      return "nothing: every example is right.";
    }
    ClassFigures worst =
        ClassFigures.of(explanation).stream()
            .filter(figures -> figures.count() > 0)
            .min(Comparator.comparingDouble(ClassFigures::recall))
            .orElseThrow();
    Confusions.Confusion most = first.get(0);
    return "'"
        + worst.name()
        + "' is hardest: "
        + Page.percent(worst.recall())
        + " of its examples are right, and they have "
        + Page.percent(worst.loss() / total())
        + " of the loss. It most often pays for saying '"
        + most.predicted()
        + "' where '"
        + most.right()
        + "' is right ("
        + Wording.times(most.count())
        + ").";
  }

  private Section hardest() {
    Hardest<ClassExample> hardest = hardestPart();
    List<ClassExample> shown =
        Explanation.hardestFirst(explanation.examples()).stream().limit(SHOWN).toList();
    String html =
        "<p class=\"facts\">1 % of the examples, "
            + Html.whole(hardest.examples().size())
            + ", have "
            + Page.percent(hardest.share())
            + " of the loss. Below the "
            + Html.whole(shown.size())
            + " hardest: first the class that each is said to have, then what the model says, and"
            + " how sure it is.</p>\n"
            + Gallery.ofClasses(shown);
    return new Section("hardest", "Hardest examples", "Hardest examples", html);
  }

  private Section labels() {
    String html =
        "<p class=\"facts\">Found by confident learning; the most loss first. Of examples that the"
            + " model was trained on until it knew them by heart, it finds fewer.</p>\n"
            + Gallery.ofClasses(suspects.stream().limit(SHOWN).toList())
            + (suspects.isEmpty()
                ? ""
                : "<details><summary>Their names</summary><p class=\"names\">"
                    + Html.escape(Wording.list(suspects, ClassExample::place))
                    + "</p></details>\n");
    return new Section("labels", "Labels to look at", "Labels to look at", html);
  }

  /** Of one model, or of two side by side. */
  static Section classes(List<ClassExplanation> models) {
    List<List<BarTable.Bar>> bars = new ArrayList<>();
    for (ClassExplanation model : models) {
      bars.add(
          ClassFigures.of(model).stream()
              .filter(figures -> figures.count() + figures.chosen() > 0)
              .map(ClassPage::bar)
              .toList());
    }
    return new Section(
        "classes",
        "Classes",
        "Class by class",
        BarTable.of(
            "Loss of an example by its class",
            "Found: how many examples of the class are right. Precision: how often it is right to"
                + " say it.",
            List.of("nats"),
            bars));
  }

  private static BarTable.Bar bar(ClassFigures figures) {
    return new BarTable.Bar(
        figures.name(),
        figures.count() == 0 ? 0 : figures.mean(),
        List.of(
            figures.count() == 0 ? "none to find" : Page.percent(figures.recall()) + " found",
            figures.chosen() == 0
                ? "never said"
                : Page.percent(figures.precision()) + " precision"),
        Html.whole(figures.count()) + " examples");
  }

  private Section confusions() {
    List<String> rows = new ArrayList<>();
    for (Confusions.Confusion c : Confusions.of(explanation.examples().stream(), MOST_ROWS)) {
      rows.add(
          Tables.cell(c.right())
              + Tables.cell(c.predicted())
              + Tables.number(Html.whole(c.count()))
              + Tables.number(Html.number(c.loss()))
              + Tables.number(Page.percent(c.loss() / total())));
    }
    String table =
        Tables.table(
            "Classes that were mistaken",
            "said to be|the model says|#times|#loss, nats|#of all loss",
            rows);
    return new Section("confusions", "Said instead", "What it says instead", matrix() + table);
  }

  private String matrix() {
    if (explanation.classes().size() > MOST_CLASSES) {
      return "";
    }
    List<List<Long>> counts =
        Arrays.stream(explanation.confusion())
            .map(row -> Arrays.stream(row).boxed().toList())
            .toList();
    return "<p class=\"facts\">Rows are the right classes, columns those that were chosen; the"
        + " stronger a cell's colour, the more of its row.</p>\n"
        + ConfusionMap.picture(
            new Event.Confusion(explanation.split(), explanation.classes(), counts));
  }

  /** Examples of all kinds: at equal distances from the hardest to the easiest. */
  private Section typical() {
    List<ClassExample> sorted = Explanation.hardestFirst(explanation.examples());
    int count = Math.min(TYPICAL, sorted.size());
    List<ClassExample> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      some.add(sorted.get((2 * i + 1) * sorted.size() / (2 * count)));
    }
    return new Section(
        "others",
        "Other examples",
        "Other examples",
        "<p class=\"facts\">From hard to easy, at equal distances.</p>" + Gallery.ofClasses(some));
  }
}
