package gloss.report;

import gloss.explain.Explanation;
import gloss.explain.Hardest;
import gloss.explain.NumberExample;
import gloss.explain.NumberExplanation;
import gloss.explain.Quantiles;
import gloss.score.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The page of a model that predicts numbers. */
final class NumberPage {
  private static final int SHOWN = 40;
  static final int GROUPS = 10;

  /** A mean error of so much of the RMSE is no accident of some rows. */
  private static final double MUCH = 0.3;

  /** Of bars: its length, and on average. */
  static final List<String> HEADS = List.of("RMSE", "mean error");

  private final NumberExplanation explanation;
  private final List<NumberExample> outliers;

  NumberPage(NumberExplanation explanation) {
    this.explanation = explanation;
    outliers = Hardest.outliers(explanation.examples(), row -> Math.abs(row.error()));
  }

  Sheet sheet() {
    return new Sheet(
        explanation.model() + " on " + explanation.split(),
        "What it gets wrong of "
            + Html.escape(explanation.target())
            + ": "
            + Html.whole(explanation.examples().size())
            + " rows",
        findings() + tiles(),
        sections(),
        "The error is what is predicted less what is right, and the loss its square.");
  }

  private List<Section> sections() {
    List<Section> sections = new ArrayList<>(List.of(hardest(), where(List.of(explanation))));
    Columns.numbers(List.of(explanation), "").ifPresent(sections::add);
    sections.add(scatter(List.of(explanation), ""));
    return sections;
  }

  private String tiles() {
    StringBuilder tiles = new StringBuilder("<dl class=\"tiles\">");
    for (Score score : explanation.scores()) {
      tiles.append(Page.tile(score.name(), Html.number(score.value()), about(score.name())));
    }
    tiles.append(Page.tile("Bias", Gallery.signed(explanation.bias()), "mean of the errors"));
    tiles.append(
        Page.tile(
            "In the hardest 1 %",
            Page.percent(hardestPart().share()), "of the squared error is in those rows"));
    return tiles.append("</dl>\n").toString();
  }

  private String about(String metric) {
    return switch (metric) {
      case "RMSE" -> "the root of MSE, in the unit of " + explanation.target();
      case "MAE" -> "mean size of the errors";
      case "R2" -> "1 is perfect; 0: no better than the mean";
      default -> "mean squared error";
    };
  }

  private Hardest<NumberExample> hardestPart() {
    return Hardest.of(explanation.examples(), Wording.HARDEST);
  }

  /** What the figures say, in sentences. */
  private String findings() {
    double total = Math.max(explanation.total(), Double.MIN_NORMAL);
    String data =
        outliers.isEmpty()
            ? Page.note(false, "The data:", "no row stands far apart from the others by its error.")
            : Page.note(
                true,
                "Look at the data:",
                Html.whole(outliers.size())
                    + (outliers.size() == 1 ? " row stands" : " rows stand")
                    + " far apart from the others by the size of the error, with "
                    + Page.percent(outliers.stream().mapToDouble(NumberExample::loss).sum() / total)
                    + " of the squared error: wrong numbers, or cases that the columns do not"
                    + " explain. They come first under Hardest rows.");
    return data + Page.note(false, "What it gets wrong:", wrong());
  }

  private String wrong() {
    List<Quantiles.Group> groups = Quantiles.byTarget(explanation, GROUPS);
    Quantiles.Group worst =
        groups.stream().max(Comparator.comparingDouble(Quantiles.Group::rmse)).orElseThrow();
    String text =
        "rows with "
            + explanation.target()
            + " of "
            + worst.name()
            + " are hardest: RMSE "
            + Html.number(worst.rmse())
            + ", where it predicts too "
            + (worst.bias() > 0 ? "much" : "little")
            + " by "
            + Html.number(Math.abs(worst.bias()))
            + " on average.";
    Quantiles.Group first = groups.get(0);
    Quantiles.Group last = groups.get(groups.size() - 1);
    boolean flat = first.bias() > MUCH * first.rmse() && last.bias() < -MUCH * last.rmse();
    return flat
        ? text + " It keeps to the middle: too much for the smallest, too little for the largest."
        : text;
  }

  private Section hardest() {
    Hardest<NumberExample> hardest = hardestPart();
    int shown = Math.max(SHOWN, Math.min(outliers.size(), 5 * SHOWN));
    String html =
        "<p class=\"facts\">1 % of the rows, "
            + Html.whole(hardest.examples().size())
            + ", have "
            + Page.percent(hardest.share())
            + " of the squared error.</p>\n"
            + Gallery.ofNumbers(
                Explanation.hardestFirst(explanation.examples()).stream().limit(shown).toList());
    return new Section("hardest", "Hardest rows", "Hardest rows", html);
  }

  /** Of one model, or of two side by side. */
  static Section where(List<NumberExplanation> models) {
    List<List<BarTable.Bar>> byTarget = new ArrayList<>();
    List<List<BarTable.Bar>> byOutput = new ArrayList<>();
    for (NumberExplanation model : models) {
      byTarget.add(bars(Quantiles.byTarget(model, GROUPS)));
      byOutput.add(bars(Quantiles.byOutput(model, GROUPS)));
    }
    String html =
        BarTable.of(
            "By what is right",
            "RMSE and mean error of rows in ten groups of like size by the right number.",
            HEADS,
            byTarget);
    // The predictions of two models fall into different groups.
    if (models.size() == 1) {
      html +=
          BarTable.of(
              "By what is predicted",
              "The same by the predicted number: how far to trust it. A mean error of 0 is a"
                  + " prediction that is right on average.",
              HEADS,
              byOutput);
    }
    return new Section(
        "where",
        "Where the error is",
        "Where the error is",
        "<div class=\"columns wide\">" + html + "</div>");
  }

  private static List<BarTable.Bar> bars(List<Quantiles.Group> groups) {
    return groups.stream()
        .map(
            group ->
                new BarTable.Bar(
                    group.name(),
                    group.rmse(),
                    List.of(Gallery.signed(group.bias())),
                    Html.whole(group.count()) + " rows"))
        .toList();
  }

  /** Of one model, or of two; {@code key} says which is which. */
  static Section scatter(List<NumberExplanation> models, String key) {
    return new Section(
        "scatter",
        "Right and predicted",
        "Right and predicted",
        "<p class=\"facts\">"
            + key
            + "On the diagonal a prediction is right, above it too much, below it too little."
            + "</p><figure>"
            + ScatterPlot.of(models)
            + "</figure>");
  }
}
