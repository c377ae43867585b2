package gloss.spark;

import gloss.pipeline.Translator;
import gloss.score.TextMetric;
import gloss.score.catalog.MetricSettings;
import gloss.score.catalog.TextMetrics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Work that travels to executors, and is held at a gate there. */
final class Held {
  private Held() {}

  /** Some metrics. */
  record Metrics(Gate gate) implements MetricSource {
    @Override
    public List<TextMetric> metrics() {
      gate.pass();
      return Stream.of("bleu", "chrf", "ter", "rougeL")
          .map(name -> TextMetrics.named(name, MetricSettings.defaults()))
          .toList();
    }
  }

  /** A translator; empty lines are malformed. */
  record Model(Gate gate) implements LineWriterSource {
    @Override
    public LineWriter<?, ?> load(List<Path> models) throws IOException {
      return new TranslatedLines(
          Translator.load(models),
          line -> {
            gate.pass();
            return line.isEmpty();
          });
    }
  }
}
