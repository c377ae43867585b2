package gloss.report;

import gloss.explain.Bins;
import gloss.explain.Calibration;
import gloss.explain.Confusions;
import gloss.explain.Explanation;
import gloss.explain.Hardest;
import gloss.explain.Line;
import gloss.explain.LostNgrams;
import gloss.score.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What a model gets wrong on a split, and whether it is the data, as one HTML page. */
public final class ExplanationPage {
  static final double HARDEST = 0.01;
  private static final int MOST_LINES = 30;
  private static final int MOST_NUMBERS = 200;
  private static final int MOST_ROWS = 25;
  private static final int TYPICAL = 12;

  private final Explanation explanation;
  private final List<Score> scores;

  private ExplanationPage(Explanation explanation, List<Score> scores) {
    this.explanation = explanation;
    this.scores = scores;
  }

  /**
   * The page.
   *
   * @param scores of the outputs
   */
  public static String of(Explanation explanation, List<Score> scores) {
    ExplanationPage page = new ExplanationPage(explanation, scores);
    String title = explanation.model() + " on " + explanation.split() + ": where the loss is";
    return Page.of(title, page.header(), page.body());
  }

  private String header() {
    return "<h1>"
        + Html.escape(explanation.model())
        + "</h1>\n<p class=\"facts\">Where its loss is on "
        + Html.escape(explanation.split())
        + ", "
        + Html.whole(explanation.lines().size())
        + " lines, "
        + Html.whole(explanation.tokens().count())
        + " tokens</p>\n<nav>"
        + link("hardest", "Hardest lines")
        + link("where", "Where the loss is")
        + link("confusions", "Said instead")
        + link("calibration", "Calibration")
        + link("ngrams", "Lost n-grams")
        + link("lines", "Other lines")
        + "</nav>\n";
  }

  static String link(String id, String name) {
    return "<a href=\"#" + id + "\">" + name + "</a>";
  }

  private String body() {
    return findings()
        + tiles()
        + hardest()
        + where(List.of(explanation))
        + confusions()
        + calibration(List.of(explanation), "")
        + ngrams()
        + typical();
  }

  private String tiles() {
    Calibration calibration = Calibration.of(explanation);
    Hardest hardest = Hardest.of(explanation, HARDEST);
    StringBuilder tiles = new StringBuilder("<dl class=\"tiles\">");
    tiles.append(
        Page.tile(
            "Loss",
            Html.number(explanation.mean()),
            "nats a token; perplexity " + Html.number(Math.exp(explanation.mean()))));
    tiles.append(
        Page.tile("Right", Page.percent(explanation.accuracy()), "tokens that are the likeliest"));
    for (Score score : scores) {
      tiles.append(Page.tile(score.name(), Html.number(score.value()), "of what it writes"));
    }
    tiles.append(
        Page.tile(
            "Calibration error", Page.percent(calibration.error()), "expected, of probabilities"));
    tiles.append(
        Page.tile(
            "In the hardest 1 %", Page.percent(hardest.share()), "of the loss is in those lines"));
    return tiles.append("</dl>\n").toString();
  }

  /** What the figures say, in sentences. */
  private String findings() {
    StringBuilder notes = new StringBuilder();
    List<Line> outliers = Hardest.outliers(explanation);
    if (!outliers.isEmpty()) {
      notes.append(
          Page.note(
              true,
              "Look at the data:",
              Html.whole(outliers.size())
                  + (outliers.size() == 1 ? " line stands" : " lines stand")
                  + " far apart from the others ("
                  + Page.percent(outliers.stream().mapToDouble(Line::loss).sum() / total())
                  + " of the loss): pairs that may not belong together, or other noise. Lines "
                  + numbers(outliers)
                  + "."));
    } else {
      notes.append(
          Page.note(false, "The data:", "no line stands far apart from the others by its loss."));
    }
    Confusions.Confusion first = Confusions.of(explanation, 1).stream().findFirst().orElse(null);
    if (first != null) {
      notes.append(Page.note(false, "What it gets wrong:", wrong(first)));
    }
    double over = Calibration.of(explanation).overconfidence();
    String sure =
        Math.abs(over) < 0.02
            ? "about as often right as it is sure"
            : over > 0
                ? "too sure, by " + Page.percent(over) + " on average"
                : "not sure enough, by " + Page.percent(-over) + " on average";
    return notes.append(Page.note(false, "Its probabilities:", "it is " + sure + ".")).toString();
  }

  private double total() {
    return Math.max(explanation.total(), Double.MIN_NORMAL);
  }

  private String wrong(Confusions.Confusion first) {
    String rare =
        Bins.byFrequency(explanation).stream()
            .filter(bin -> bin.tokens() >= 20)
            .max(Comparator.comparingDouble(Bins.Bin::mean))
            .map(
                bin ->
                    "Tokens seen "
                        + bin.name()
                        + " times in training are hardest: "
                        + Html.number(bin.mean())
                        + " nats each, "
                        + Page.percent(bin.loss() / total())
                        + " of the loss. ")
            .orElse("");
    return rare
        + "It most often pays for saying '"
        + first.predicted()
        + "' where '"
        + first.right()
        + "' is right ("
        + Html.whole(first.count())
        + " times).";
  }

  static String numbers(List<Line> lines) {
    return lines.stream()
            .limit(MOST_NUMBERS)
            .map(line -> "" + line.number())
            .collect(Collectors.joining(", "))
        + (lines.size() > MOST_NUMBERS ? ", …" : "");
  }

  private String hardest() {
    Hardest hardest = Hardest.of(explanation, HARDEST);
    StringBuilder html = new StringBuilder(HeatMap.legend());
    html.append("<p class=\"facts\">1 % of the lines, ")
        .append(Html.whole(hardest.lines().size()))
        .append(", with ")
        .append(Page.percent(hardest.share()))
        .append(" of the loss: lines ")
        .append(numbers(hardest.lines()))
        .append("</p>\n");
    hardest.lines().stream().limit(MOST_LINES).forEach(l -> html.append(HeatMap.of(l)));
    return Tables.section("hardest", "Hardest lines", html.toString());
  }

  static String where(List<Explanation> models) {
    String bars =
        BarTable.of(
                "By frequency",
                "Loss of a token by how often it was in the training text.",
                models.stream().map(Bins::byFrequency).toList())
            + BarTable.of(
                "By position",
                "Loss of a token by its place in the line.",
                models.stream().map(Bins::byPosition).toList())
            + BarTable.of(
                "By length",
                "Loss of a token by how many tokens its line has.",
                models.stream().map(Bins::byLength).toList());
    return Tables.section(
        "where", "Where the loss is", "<div class=\"columns wide\">" + bars + "</div>");
  }

  private String confusions() {
    List<String> rows = new ArrayList<>();
    for (Confusions.Confusion confusion : Confusions.of(explanation, MOST_ROWS)) {
      rows.add(
          Tables.cell(visible(confusion.right()))
              + Tables.cell(visible(confusion.predicted()))
              + Tables.number(Html.whole(confusion.count()))
              + Tables.number(Html.number(confusion.loss()))
              + Tables.number(Page.percent(confusion.loss() / total())));
    }
    return Tables.section(
        "confusions",
        "What it would have said instead",
        Tables.table(
            "Right and predicted tokens", "right|predicted|#times|#loss, nats|#of all loss", rows));
  }

  /** A space at the beginning is shown: it tells a new word from the rest of one. */
  static String visible(String token) {
    return token.startsWith(" ") ? "␣" + token.substring(1) : token;
  }

  static String calibration(List<Explanation> models, String key) {
    List<Calibration> calibrations = models.stream().map(Calibration::of).toList();
    return Tables.section(
        "calibration",
        "Calibration",
        "<p class=\"facts\">"
            + key
            + "Below the diagonal it is too sure, above it not sure enough; the area of a dot is"
            + " the number of tokens. Expected calibration error: "
            + calibrations.stream()
                .map(calibration -> Page.percent(calibration.error()))
                .collect(Collectors.joining(" and "))
            + ".</p><figure>"
            + CalibrationPlot.of(calibrations)
            + "</figure>");
  }

  private String ngrams() {
    StringBuilder html = new StringBuilder();
    html.append(
        "<p class=\"facts\">Counted by line, words as BLEU sees them. Those that references have"
            + " and outputs lack cost recall (ROUGE); those that outputs have and references lack"
            + " cost precision (BLEU).</p><div class=\"columns\">");
    for (int n = 1; n <= 4; n++) {
      html.append(ngrams(n, "missing", LostNgrams.missing(explanation, n, MOST_ROWS)));
      html.append(ngrams(n, "invented", LostNgrams.invented(explanation, n, MOST_ROWS)));
    }
    return Tables.section(
        "ngrams", "N-grams lost on the same lines", html.append("</div>").toString());
  }

  private static String ngrams(int n, String kind, List<LostNgrams.Ngram> ngrams) {
    List<String> rows =
        ngrams.stream()
            .map(gram -> Tables.cell(gram.text()) + Tables.number(Html.whole(gram.count())))
            .toList();
    String name = n + "-grams " + kind;
    return "<div><h3>" + name + "</h3>" + Tables.table(name, name + "|#times", rows) + "</div>";
  }

  /** Lines of all kinds: at equal distances from the easiest to the hardest. */
  private String typical() {
    List<Line> sorted =
        explanation.lines().stream()
            .sorted(Comparator.comparingDouble(Line::mean).reversed())
            .toList();
    StringBuilder html =
        new StringBuilder(
            "<p class=\"facts\">From hard to easy, at equal distances.</p>" + HeatMap.legend());
    int count = Math.min(TYPICAL, sorted.size());
    for (int i = 0; i < count; i++) {
      html.append(HeatMap.of(sorted.get((2 * i + 1) * sorted.size() / (2 * count))));
    }
    return Tables.section("lines", "Other lines", html.toString());
  }
}
