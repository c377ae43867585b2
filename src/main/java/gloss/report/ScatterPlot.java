package gloss.report;

import gloss.explain.NumberExample;
import gloss.explain.NumberExplanation;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** What is predicted over what is right, a dot a row. */
final class ScatterPlot {
  private static final int SIDE = 300;
  private static final int LEFT = 60;
  private static final int TOP = 10;

  /** More dots hide one another. */
  private static final int MOST = 2000;

  private final double least;
  private final double most;

  private ScatterPlot(List<NumberExplanation> models) {
    least = numbers(models).min().orElse(0);
    most = Math.max(numbers(models).max().orElse(1), Math.nextUp(least));
  }

  private static DoubleStream numbers(List<NumberExplanation> models) {
    return models.stream()
        .flatMap(model -> model.examples().stream())
        .flatMapToDouble(row -> DoubleStream.of(row.target(), row.output()));
  }

  /** The plot of one model, or of two. */
  static String of(List<NumberExplanation> models) {
    return new ScatterPlot(models).draw(models);
  }

  private String draw(List<NumberExplanation> models) {
    StringBuilder svg =
        new StringBuilder(
            "<svg viewBox=\"0 0 380 350\" role=\"img\" aria-label=\"Predicted over right\">");
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"frame\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>"
                + "<line class=\"diagonal\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>",
            LEFT,
            TOP,
            SIDE,
            SIDE,
            LEFT,
            TOP + SIDE,
            LEFT + SIDE,
            TOP));
    for (int i = 0; i < models.size(); i++) {
      dots(svg, models.get(i).examples(), i == 0 ? "dot small" : "dot small b");
    }
    return svg.append(text(LEFT, TOP + SIDE + 16, "start", Html.number(least)))
        .append(text(LEFT + SIDE, TOP + SIDE + 16, "end", Html.number(most)))
        .append(text(LEFT + SIDE / 2, TOP + SIDE + 32, "middle", "right"))
        .append(text(LEFT - 6, TOP + SIDE, "end", Html.number(least)))
        .append(text(LEFT - 6, TOP + 10, "end", Html.number(most)))
        .append(text(LEFT + 6, TOP + 14, "start", "predicted"))
        .append("</svg>")
        .toString();
  }

  private void dots(StringBuilder svg, List<NumberExample> rows, String kind) {
    int every = 1 + rows.size() / MOST;
    for (int i = 0; i < rows.size(); i += every) {
      NumberExample row = rows.get(i);
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\"><title>%s</title></circle>",
              kind,
              LEFT + SIDE * share(row, NumberExample::target),
              TOP + SIDE * (1 - share(row, NumberExample::output)),
              Html.escape(
                  row.place()
                      + ": right "
                      + Html.number(row.target())
                      + ", predicted "
                      + Html.number(row.output()))));
    }
  }

  private double share(NumberExample row, ToDoubleFunction<NumberExample> of) {
    return (of.applyAsDouble(row) - least) / (most - least);
  }

  private static String text(int x, int y, String anchor, String text) {
    return "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>".formatted(x, y, anchor, text);
  }
}
