package gloss.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The head of the page: what was trained, how it ended, the numbers to know, and trouble. */
final class Overview {
  private Overview() {}

  static String title(History history) {
    return history
        .start()
        .map(Event.Start::name)
        .filter(name -> !name.isEmpty())
        .orElse("Training");
  }

  static String header(History history) {
    Optional<Event.Start> start = history.start();
    List<String> facts = new ArrayList<>();
    start.map(Event.Start::task).ifPresent(facts::add);
    history.starts().stream().findFirst().map(first -> date(first.time())).ifPresent(facts::add);
    facts.add(history.starts().size() > 1 ? "resumed " + times(history.starts().size() - 1) : "");
    facts.removeIf(String::isEmpty);
    String state =
        history
            .end()
            .map(end -> "finished" + (end.reason().isEmpty() ? "" : ": " + end.reason()))
            .orElse(history.lastStep() > 0 ? "not finished" : "nothing trained yet");
    return "<h1>"
        + Html.escape(title(history))
        + "</h1>\n<p class=\"facts\">"
        + facts.stream().map(Html::escape).collect(Collectors.joining(" · "))
        + "</p>\n<p class=\"state "
        + (history.end().isPresent() ? "done" : "open")
        + "\">"
        + Html.escape(state)
        + "</p>\n";
  }

  /** A time in ISO 8601 without its finer half; anything else stays as it is. */
  private static String date(String time) {
    return time.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d).*Z$", "$1 $2 UTC");
  }

  private static String times(int n) {
    return n == 1 ? "once" : n + " times";
  }

  static String tiles(History history) {
    StringBuilder tiles = new StringBuilder();
    history
        .best()
        .ifPresent(
            best ->
                tiles.append(
                    tile(
                        "best " + best.metric(),
                        Html.number(best.value()),
                        "step " + best.step())));
    tile(tiles, history.lastStep() > 0, "steps", Html.whole(history.lastStep()), epochs(history));
    tile(tiles, history.seconds() > 0, "training time", Html.duration(history.seconds()), "");
    long parameters = count(history, "parameters");
    tile(tiles, parameters > 0, "parameters", Html.whole(parameters), "");
    double speed = history.perSecond();
    tile(tiles, Double.isFinite(speed), history.unit() + " a second", Html.number(speed), "median");
    long train = count(history, "train");
    tile(
        tiles,
        train > 0,
        "training examples",
        Html.whole(train),
        count(history, "valid") > 0 ? Html.whole(count(history, "valid")) + " for validation" : "");
    return tiles.isEmpty() ? "" : "<dl class=\"tiles\">" + tiles + "</dl>\n";
  }

  private static void tile(
      StringBuilder tiles, boolean known, String name, String value, String more) {
    if (known) {
      tiles.append(tile(name, value, more));
    }
  }

  private static String tile(String name, String value, String more) {
    return "<div><dt>"
        + Html.escape(name)
        + "</dt><dd>"
        + Html.escape(value)
        + (more.isEmpty() ? "" : "<small>" + Html.escape(more) + "</small>")
        + "</dd></div>";
  }

  private static String epochs(History history) {
    return history.steps().stream()
        .reduce((first, second) -> second)
        .map(step -> step.at().epoch())
        .filter(Double::isFinite)
        .map(
            epoch ->
                "epoch " + (epoch % 1 == 0 ? Html.whole(epoch.longValue()) : Html.number(epoch)))
        .orElse("");
  }

  private static long count(History history, String name) {
    return history.start().map(start -> start.counts().getOrDefault(name, 0L)).orElse(0L);
  }

  /** What a reader should know before believing the numbers. */
  static String notes(History history, TrainingLog log) {
    StringBuilder html = new StringBuilder();
    Findings.of(history).forEach(finding -> note(html, "warning", finding));
    if (log.events().isEmpty()) {
      note(html, "info", "The log is empty: training has not begun.");
    } else if (history.end().isEmpty()) {
      note(html, "info", "The log has no end: training goes on, or it was cut off.");
    }
    if (!log.damaged().isEmpty()) {
      List<Integer> lines = log.damaged();
      note(
          html,
          "info",
          (lines.size() == 1 ? "One line" : lines.size() + " lines")
              + " of the log could not be read and "
              + (lines.size() == 1 ? "is" : "are")
              + " left out: line "
              + lines.stream().map(String::valueOf).limit(10).collect(Collectors.joining(", "))
              + (lines.size() > 10 ? ", …" : "")
              + ".");
    }
    return html.toString();
  }

  private static void note(StringBuilder html, String kind, String text) {
    html.append("<p class=\"note ")
        .append(kind)
        .append("\" role=\"note\"><strong>")
        .append(kind.equals("warning") ? "Warning" : "Note")
        .append("</strong> ")
        .append(Html.escape(text))
        .append("</p>\n");
  }
}
