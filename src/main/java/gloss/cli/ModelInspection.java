package gloss.cli;

import gloss.recipe.TranslationRecipe;
import gloss.task.ModelSummary;
import gloss.task.NetworkSummary;
import gloss.train.Progress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A model or a recipe as {@code gloss inspect} shows it. */
record ModelInspection(ModelSummary summary) implements InspectCommand.Inspection {
  private static final String TASK = "translation";

  @Override
  public List<String> lines() {
    TranslationRecipe recipe = summary.recipe();
    NetworkSummary network = summary.network();
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %s, %s → %s"
                .formatted(recipe.name(), TASK, recipe.data().source(), recipe.data().target())
            + (summary.isRecipe() ? " (a recipe, not trained)" : ""));
    lines.add("");
    lines.add("network     " + settings(network.settings()));
    lines.add("vocabulary  " + vocabulary());
    if (!summary.isRecipe()) {
      lines.add("training    " + summary.progress().map(this::progress).orElse("no checkpoint"));
    }
    lines.add("parameters  " + Columns.number(network.parameters()));
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

  private String vocabulary() {
    String most = summary.isRecipe() ? "at most " : "";
    return summary.recipe().subwords().joint()
        ? most + Columns.number(summary.targetVocabulary()) + ", joint"
        : "%s%s source, %s target"
            .formatted(
                most,
                Columns.number(summary.sourceVocabulary()),
                Columns.number(summary.targetVocabulary()));
  }

  private List<String> parts() {
    NetworkSummary network = summary.network();
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
    TranslationRecipe recipe = summary.recipe();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", recipe.name());
    map.put("kind", summary.isRecipe() ? "recipe" : "model");
    map.put("task", TASK);
    map.put("source", recipe.data().source());
    map.put("target", recipe.data().target());
    map.put("network", summary.network().settings());
    map.put("jointVocabulary", recipe.subwords().joint());
    map.put("sourceVocabulary", summary.sourceVocabulary());
    map.put("targetVocabulary", summary.targetVocabulary());
    map.put("parameters", summary.network().parameters());
    map.put("parts", summary.network().parts());
    map.put("training", summary.progress().map(this::progressMap).orElse(null));
    map.put("files", summary.files());
    Map<String, Object> weights = new LinkedHashMap<>();
    summary
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
