package gloss.cli;

import gloss.model.ModelSummary;
import gloss.model.NetworkSummary;
import gloss.model.Outline;
import gloss.recipe.Recipe;
import gloss.train.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A model or a recipe as {@code gloss inspect} shows it. */
record ModelInspection(ModelSummary summary) implements InspectCommand.Inspection {
  private static final int HEADING = 12;

  @Override
  public List<String> lines() {
    Recipe recipe = summary.recipe();
    Outline outline = summary.outline();
    NetworkSummary network = outline.network();
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %s, %s".formatted(recipe.name(), recipe.task(), outline.about())
            + (summary.isRecipe() ? " (a recipe, not trained)" : ""));
    lines.add("");
    lines.add(line("network", settings(network.settings())));
    outline.lines().forEach((heading, text) -> lines.add(line(heading, text)));
    if (!summary.isRecipe()) {
      lines.add(line("training", summary.progress().map(this::progress).orElse("no checkpoint")));
    }
    lines.add(line("parameters", Columns.number(network.parameters())));
    lines.addAll(parts());
    if (!summary.isRecipe()) {
      lines.add("files");
      Columns files = new Columns();
      summary.files().forEach((name, size) -> files.row(name, Columns.bytes(size)));
      lines.addAll(files.lines("  "));
    }
    lines.add("weights");
    Columns weights = new Columns();
    network
        .weights()
        .forEach(
            (name, shape) ->
                weights.row(
                    name, Columns.shape(shape), Columns.number(NetworkSummary.count(shape))));
    lines.addAll(weights.lines("  "));
    return lines;
  }

  private static String settings(Map<String, String> settings) {
    return settings.entrySet().stream()
        .filter(setting -> !setting.getKey().equals("type"))
        .map(setting -> setting.getKey() + " " + setting.getValue())
        .collect(Collectors.joining(", ", settings.get("type") + ": ", ""));
  }

  private static String line(String heading, String text) {
    return heading + " ".repeat(Math.max(1, HEADING - heading.length())) + text;
  }

  private List<String> parts() {
    NetworkSummary network = summary.outline().network();
    Columns parts = new Columns();
    network
        .parts()
        .forEach(
            (name, count) ->
                parts.row(
                    name,
                    Columns.number(count),
                    String.format(Locale.ROOT, "%.1f %%", 100.0 * count / network.parameters())));
    return parts.lines("  ");
  }

  private String progress(Progress progress) {
    String done =
        String.format(
            Locale.ROOT,
            "%,d steps, epoch %,d, %.1f minutes",
            progress.step(),
            progress.epoch(),
            progress.seconds() / 60);
    Progress.Best best = progress.best();
    return best.step() == 0
        ? done + "; no validation yet"
        : done
            + String.format(
                Locale.ROOT,
                "; best %s %.4f at step %,d",
                summary.recipe().training().validate().metric(),
                best.value(),
                best.step());
  }

  @Override
  public Map<String, Object> toMap() {
    Recipe recipe = summary.recipe();
    NetworkSummary network = summary.outline().network();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", recipe.name());
    map.put("kind", summary.isRecipe() ? "recipe" : "model");
    map.put("task", recipe.task());
    map.putAll(summary.outline().facts());
    map.put("network", network.settings());
    map.put("parameters", network.parameters());
    map.put("parts", network.parts());
    map.put("training", summary.progress().map(this::progressMap).orElse(null));
    map.put("files", summary.files());
    Map<String, Object> weights = new LinkedHashMap<>();
    summary
        .outline()
        .network()
        .weights()
        .forEach((name, shape) -> weights.put(name, WeightsInspection.list(shape)));
    map.put("weights", weights);
    return map;
  }

  private Map<String, Object> progressMap(Progress progress) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("step", progress.step());
    map.put("epoch", progress.epoch());
    map.put("seconds", progress.seconds());
    map.put("metric", summary.recipe().training().validate().metric());
    boolean validated = progress.best().step() > 0;
    map.put("best", validated ? progress.best().value() : null);
    map.put("bestStep", validated ? progress.best().step() : null);
    return map;
  }
}
