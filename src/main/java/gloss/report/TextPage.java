package gloss.report;

import gloss.explain.Bins;
import gloss.explain.Calibration;
import gloss.explain.Confusions;
import gloss.explain.Explanation;
import gloss.explain.Hardest;
import gloss.explain.Line;
import gloss.explain.LostNgrams;
import gloss.explain.TextExplanation;
import gloss.explain.Token;
import gloss.explain.WordView;
import gloss.score.Score;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The page of a model that writes. */
final class TextPage {
  private static final int FEWEST_LINES = 10;
  private static final int MOST_LINES = 30;
  private static final int MOST_ROWS = 25;
  private static final int TYPICAL = 12;
  private static final int RARELY = 20;

  private final TextExplanation explanation;

  TextPage(TextExplanation explanation) {
    this.explanation = explanation;
  }

  Sheet sheet() {
    return new Sheet(
        explanation.model() + " on " + explanation.split(),
        "Where the loss is: "
            + Html.whole(explanation.lines().size())
            + " lines, "
            + Html.whole(explanation.tokens().count())
            + " tokens",
        findings() + tiles(),
        List.of(
            hardest(),
            where(List.of(explanation)),
            confusions(),
            calibration(),
            ngrams(),
            typical()),
        "Losses are −ln p in nats, of each token after the true ones before it.");
  }

  private String tiles() {
    Calibration calibration = Calibration.of(explanation.tokens());
    Hardest<Line> hardest = Hardest.of(explanation.lines(), Wording.HARDEST);
    StringBuilder tiles = new StringBuilder("<dl class=\"tiles\">");
    tiles.append(
        Page.tile(
            "Loss",
            Html.number(explanation.mean()),
            "nats a token; perplexity " + Html.number(Math.exp(explanation.mean()))));
    tiles.append(
        Page.tile("Right", Page.percent(explanation.accuracy()), "tokens that are the likeliest"));
    for (Score score : explanation.scores()) {
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
    Calibration calibration = Calibration.of(explanation.tokens());
    StringBuilder notes = new StringBuilder();
    List<Line> outliers = Hardest.outliers(explanation.lines(), Line::mean);
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
                  + Wording.numbers(outliers)
                  + "."));
    } else {
      notes.append(
          Page.note(false, "The data:", "no line stands far apart from the others by its loss."));
    }
    Confusions.Confusion first =
        Confusions.of(explanation.tokens(), 1).stream().findFirst().orElse(null);
    if (first != null) {
      notes.append(Page.note(false, "What it gets wrong:", wrong(first)));
    }
    notes.append(Page.note(false, "Its probabilities:", Wording.sure(calibration)));
    if (explanation.copies()) {
      notes.append(Page.note(false, "What it copies:", copies()));
    }
    return notes.toString();
  }

  private String copies() {
    double outside =
        explanation.tokens().filter(token -> token.copied() == 0).mapToDouble(Token::loss).sum();
    return Page.percent(explanation.copied())
        + " of what it writes is copied from the text. Words of the references that the text does"
        + " not hold have "
        + Page.percent(outside / total())
        + " of the loss.";
  }

  private double total() {
    return Math.max(explanation.total(), Double.MIN_NORMAL);
  }

  private String wrong(Confusions.Confusion first) {
    String rare =
        Bins.byFrequency(explanation).stream()
            .filter(bin -> bin.tokens() >= RARELY)
            .max(Comparator.comparingDouble(Bins.Bin::mean))
            .map(this::hard)
            .orElse("");
    return rare
        + "It most often pays for saying '"
        + first.predicted().strip()
        + "' where '"
        + first.right().strip()
        + "' is right ("
        + Wording.times(first.count())
        + ").";
  }

  private String hard(Bins.Bin bin) {
    return (bin.name().equals("0")
            ? "Tokens that it never had to predict in training"
            : "Tokens that it had to predict " + bin.name() + " times in training")
        + " are hardest: "
        + Html.number(bin.mean())
        + " nats each, "
        + Page.percent(bin.loss() / total())
        + " of the loss. ";
  }

  private Section hardest() {
    Hardest<Line> hardest = Hardest.of(explanation.lines(), Wording.HARDEST);
    StringBuilder html = new StringBuilder(HeatMap.legend(explanation.copies()));
    html.append("<p class=\"facts\">1 % of the lines, ")
        .append(Html.whole(hardest.examples().size()))
        .append(", with ")
        .append(Page.percent(hardest.share()))
        .append(" of the loss: lines ")
        .append(Wording.numbers(hardest.examples()))
        .append("</p>\n");
    long shown = Math.max(FEWEST_LINES, Math.min(MOST_LINES, hardest.examples().size()));
    Explanation.hardestFirst(explanation.lines()).stream()
        .limit(shown)
        .forEach(line -> html.append(HeatMap.of(line)));
    return new Section("hardest", "Hardest lines", "Hardest lines", html.toString());
  }

  /** Of one model, or of two side by side. */
  static Section where(List<TextExplanation> models) {
    String bars =
        bars(
                "By frequency",
                "Loss of a token by how often it was in the training text.",
                models.stream().map(Bins::byFrequency).toList())
            + bars(
                "By position",
                "Loss of a token by its place in the line.",
                models.stream().map(Bins::byPosition).toList())
            + bars(
                "By length",
                "Loss of a token by how many tokens its line has.",
                models.stream().map(Bins::byLength).toList())
            + bars(
                "By copying",
                "Loss of a token by whether the text that is read holds it, and what the model"
                    + " rather does there.",
                models.stream().map(Bins::byCopying).toList());
    return new Section(
        "where",
        "Where the loss is",
        "Where the loss is",
        "<div class=\"columns wide\">" + bars + "</div>");
  }

  private static String bars(String title, String about, List<List<Bins.Bin>> models) {
    return BarTable.of(
        title,
        about,
        List.of("nats"),
        models.stream().map(bins -> bins.stream().map(TextPage::bar).toList()).toList());
  }

  private static BarTable.Bar bar(Bins.Bin bin) {
    return new BarTable.Bar(
        bin.name(),
        bin.mean(),
        List.of(Page.percent(bin.accuracy()) + " right"),
        Html.whole(bin.tokens()) + " tokens");
  }

  private Section confusions() {
    List<String> rows = new ArrayList<>();
    for (Confusions.Confusion confusion : Confusions.of(explanation.tokens(), MOST_ROWS)) {
      rows.add(
          Tables.cell(visible(confusion.right()))
              + Tables.cell(visible(confusion.predicted()))
              + Tables.number(Html.whole(confusion.count()))
              + Tables.number(Html.number(confusion.loss()))
              + Tables.number(Page.percent(confusion.loss() / total())));
    }
    return new Section(
        "confusions",
        "Said instead",
        "What it would have said instead",
        Tables.table(
            "Right and predicted tokens", "right|predicted|#times|#loss, nats|#of all loss", rows));
  }

  /** A space at the beginning is shown: it tells a new word from the rest of one. */
  static String visible(String token) {
    return token.startsWith(" ") ? "␣" + token.substring(1) : token;
  }

  private Section calibration() {
    return Wording.calibration(List.of(Calibration.of(explanation.tokens())), "");
  }

  private Section ngrams() {
    StringBuilder html = new StringBuilder();
    html.append(
        "<p class=\"facts\">Counted by line, "
            + (explanation.view() == WordView.BLEU
                ? "words as BLEU sees them"
                : "words as ROUGE sees them: those with one stem count as the same, and are shown"
                    + " as they most often stand in the text")
            + ". Those that references have"
            + " and outputs lack cost recall (ROUGE); those that outputs have and references lack"
            + " cost precision (BLEU).</p><div class=\"columns wide\">");
    for (int n = 1; n <= 4; n++) {
      html.append(ngrams(n, "missing", LostNgrams.missing(explanation, n, MOST_ROWS)));
      html.append(ngrams(n, "invented", LostNgrams.invented(explanation, n, MOST_ROWS)));
    }
    return new Section(
        "ngrams",
        "Lost n-grams",
        "N-grams lost on the same lines",
        html.append("</div>").toString());
  }

  private static String ngrams(int n, String kind, List<LostNgrams.Ngram> ngrams) {
    List<String> rows =
        ngrams.stream()
            .map(gram -> Tables.cell(gram.text()) + Tables.number(Html.whole(gram.count())))
            .toList();
    String name = n + "-grams " + kind;
    return "<div><h3>" + name + "</h3>" + Tables.table(name, "n-gram|#times", rows) + "</div>";
  }

  /** Lines of all kinds: at equal distances from the easiest to the hardest. */
  private Section typical() {
    List<Line> sorted = Explanation.hardestFirst(explanation.lines());
    StringBuilder html =
        new StringBuilder(
            "<p class=\"facts\">From hard to easy, at equal distances.</p>"
                + HeatMap.legend(explanation.copies()));
    int count = Math.min(TYPICAL, sorted.size());
    for (int i = 0; i < count; i++) {
      html.append(HeatMap.of(sorted.get((2 * i + 1) * sorted.size() / (2 * count))));
    }
    return new Section("lines", "Other lines", "Other lines", html.toString());
  }
}
