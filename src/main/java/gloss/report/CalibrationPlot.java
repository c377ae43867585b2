package gloss.report;

import gloss.explain.Calibration;
import java.util.List;
import java.util.Locale;

/** Accuracy over confidence: on the diagonal a model is as often right as it is sure. */
final class CalibrationPlot {
  private static final int SIDE = 300;
  private static final int LEFT = 40;
  private static final int TOP = 20;

  private CalibrationPlot() {}

  static String of(List<Calibration> models) {
    StringBuilder svg =
        new StringBuilder(
            "<svg viewBox=\"0 0 360 360\" role=\"img\" aria-label=\"Accuracy over confidence\">");
    for (int tenths = 0; tenths <= 10; tenths += 2) {
      double at = tenths / 10.0;
      svg.append(line("axis", 0, at, 1, at)).append(line("axis", at, 0, at, 1));
      svg.append(text(LEFT - 6, y(at) + 4, "end", 10 * tenths + " %"))
          .append(text(x(at), TOP + SIDE + 16, "middle", 10 * tenths + " %"));
    }
    svg.append(line("diagonal", 0, 0, 1, 1));
    for (int i = 0; i < models.size(); i++) {
      dots(svg, models.get(i), i == 0 ? "dot" : "dot b");
    }
    return svg.append(text(x(0.5), TOP + SIDE + 32, "middle", "sure of the likeliest, in %"))
        .append(text(x(0) + 6, TOP + 12, "start", "right, in %"))
        .append("</svg>")
        .toString();
  }

  private static void dots(StringBuilder svg, Calibration calibration, String kind) {
    double n = calibration.groups().stream().mapToLong(Calibration.Group::predictions).sum();
    for (Calibration.Group group : calibration.groups()) {
      double radius = 3 + 14 * Math.sqrt(group.predictions() / n);
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"><title>%s predictions: sure"
                  + " %s, right %s</title></circle>",
              kind,
              x(group.confidence()),
              y(group.accuracy()),
              radius,
              Html.whole(group.predictions()),
              Page.percent(group.confidence()),
              Page.percent(group.accuracy())));
    }
  }

  private static double x(double share) {
    return LEFT + SIDE * share;
  }

  private static double y(double share) {
    return TOP + SIDE * (1 - share);
  }

  private static String line(String kind, double x1, double y1, double x2, double y2) {
    return String.format(
        Locale.ROOT,
        "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
        kind,
        x(x1),
        y(y1),
        x(x2),
        y(y2));
  }

  private static String text(double x, double y, String anchor, String text) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
        x,
        y,
        anchor,
        text);
  }
}
