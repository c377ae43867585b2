package gloss.score.catalog;

import gloss.score.TextMetric;
import gloss.score.rouge.Rouge;
import gloss.text.InputException;
import gloss.text.Nearest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;

/** The index of text metrics: every name that a user may give, with its constructor. */
public final class TextMetrics {
  private static final Map<String, Function<MetricSettings, TextMetric>> INDEX = build();

  private TextMetrics() {}

  private static Map<String, Function<MetricSettings, TextMetric>> build() {
    Map<String, Function<MetricSettings, TextMetric>> index = new LinkedHashMap<>();
    index.put("bleu", settings -> settings.bleu().build());
    index.put("chrf", settings -> settings.chrf().build());
    index.put("ter", settings -> settings.ter().build());
    for (String name : Rouge.index().keySet()) {
      index.put(name, settings -> settings.rouge().named(name));
    }
    for (TextMetricProvider provider : ServiceLoader.load(TextMetricProvider.class)) {
      index.put(provider.name(), settings -> provider.metric());
    }
    return Collections.unmodifiableMap(index);
  }

  /** All of them by name. */
  public static Map<String, Function<MetricSettings, TextMetric>> index() {
    return INDEX;
  }

  /**
   * The metric of that name.
   *
   * @throws InputException if there is none; the nearest name is offered
   */
  public static TextMetric named(String name, MetricSettings settings) {
    Function<MetricSettings, TextMetric> constructor = INDEX.get(name);
    if (constructor == null) {
      throw new InputException(
          "no metric is called '" + name + "'" + Nearest.hint(name, INDEX.keySet()));
    }
    return constructor.apply(settings);
  }
}
