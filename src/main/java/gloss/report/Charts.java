package gloss.report;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** The learning curves: which there are, as figures in words and as data for the page's script. */
final class Charts {
  /** More points than a screen has pixels only make the page heavy. */
  private static final int MOST_POINTS = 2000;

  private final History history;

  Charts(History history) {
    this.history = history;
  }

  /** A line in a chart; its kind decides colour and form. */
  private record Curve(String name, String kind, NavigableMap<Long, Double> points) {
    String summary() {
      return Html.number(points.firstEntry().getValue())
          + " → "
          + Html.number(points.lastEntry().getValue());
    }
  }

  /** Curves over one axis. */
  private record Chart(String title, boolean log, List<Curve> curves) {
    Chart {
      curves = curves.stream().filter(curve -> !curve.points().isEmpty()).toList();
    }

    String summary() {
      return curves.stream()
          .map(c -> (curves.size() > 1 ? c.name() + " " : "") + c.summary())
          .collect(Collectors.joining(", "));
    }
  }

  private List<Chart> charts() {
    List<Chart> charts = new ArrayList<>();
    charts.add(
        new Chart(
            "Loss",
            false,
            List.of(
                training("training", Event.Step::loss),
                validation("validation", Event.Validation::loss))));
    for (String metric : history.metrics()) {
      charts.add(
          new Chart(
              metric,
              false,
              List.of(validation(metric, v -> v.metrics().getOrDefault(metric, Double.NaN)))));
    }
    charts.add(
        new Chart(
            "Perplexity",
            true,
            List.of(
                training("training", Event.Step::perplexity),
                validation("validation", Event.Validation::perplexity))));
    charts.add(outputs("Distinct outputs, share", "distinct"));
    charts.add(outputs("Length of outputs by references", "lengthRatio"));
    charts.add(steps("Learning rate", "rate", Event.Step::rate));
    charts.add(steps("Gradient norm", "norm", Event.Step::norm));
    charts.add(
        steps(title(history.unit()) + " a second", history.unit() + "/s", Event.Step::perSecond));
    charts.removeIf(chart -> chart.curves().isEmpty());
    return charts;
  }

  private static String title(String name) {
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private Chart outputs(String title, String name) {
    return new Chart(
        title, false, List.of(validation(title, v -> v.outputs().getOrDefault(name, Double.NaN))));
  }

  private Chart steps(String title, String name, ToDoubleFunction<Event.Step> value) {
    return new Chart(title, false, List.of(training(name, value)));
  }

  private Curve training(String name, ToDoubleFunction<Event.Step> value) {
    return new Curve(name, "training", points(history.steps(), step -> step.at().step(), value));
  }

  private Curve validation(String name, ToDoubleFunction<Event.Validation> value) {
    return new Curve(name, "validation", points(history.validations(), v -> v.at().step(), value));
  }

  private static <T> NavigableMap<Long, Double> points(
      Collection<T> events, ToLongFunction<T> step, ToDoubleFunction<T> value) {
    NavigableMap<Long, Double> points = new TreeMap<>();
    int every = 1 + events.size() / MOST_POINTS;
    int i = 0;
    for (T event : events) {
      boolean last = ++i == events.size();
      if ((i % every == 0 || last) && Double.isFinite(value.applyAsDouble(event))) {
        points.put(step.applyAsLong(event), value.applyAsDouble(event));
      }
    }
    return points;
  }

  /** A figure for each chart, which says in words what the script will draw into it. */
  String figures() {
    StringBuilder html = new StringBuilder();
    List<Chart> charts = charts();
    for (int i = 0; i < charts.size(); i++) {
      Chart chart = charts.get(i);
      html.append("<figure><figcaption><h3>")
          .append(Html.escape(chart.title()))
          .append("</h3><p>")
          .append(Html.escape(chart.summary()))
          .append("</p></figcaption><div class=\"plot\" data-chart=\"")
          .append(i)
          .append("\"></div></figure>\n");
    }
    return html.toString();
  }

  /**
   * The data of the figures: {@code {"best": step, "charts": [{"log", "x", "curves": [{"name",
   * "kind", "y"}]}]}}. It contains no {@code <}, so it can stand in a script element.
   */
  String json() {
    JsonObject json = new JsonObject();
    history.best().ifPresent(best -> json.addProperty("best", best.step()));
    JsonArray list = new JsonArray();
    List<Chart> charts = charts();
    NavigableSet<Long> all = steps(charts);
    charts.forEach(chart -> list.add(json(chart, all)));
    json.add("charts", list);
    return new Gson().toJson(json);
  }

  private static NavigableSet<Long> steps(List<Chart> charts) {
    NavigableSet<Long> steps = new TreeSet<>();
    charts.forEach(chart -> chart.curves().forEach(c -> steps.addAll(c.points().keySet())));
    return steps;
  }

  /** The axis goes over {@code all} steps, so that charts beside each other can be compared. */
  private static JsonObject json(Chart chart, NavigableSet<Long> all) {
    NavigableSet<Long> x = steps(List.of(chart));
    x.add(all.first());
    x.add(all.last());
    JsonObject json = new JsonObject();
    json.addProperty("log", chart.log());
    JsonArray xs = new JsonArray();
    x.forEach(xs::add);
    json.add("x", xs);
    JsonArray curves = new JsonArray();
    for (Curve curve : chart.curves()) {
      JsonArray y = new JsonArray();
      for (Long step : x) {
        Double value = curve.points().get(step);
        y.add(value == null ? JsonNull.INSTANCE : new JsonPrimitive(value));
      }
      JsonObject one = new JsonObject();
      one.addProperty("name", curve.name());
      one.addProperty("kind", curve.kind());
      one.add("y", y);
      curves.add(one);
    }
    json.add("curves", curves);
    return json;
  }
}
