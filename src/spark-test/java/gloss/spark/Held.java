package gloss.spark;

import gloss.pipeline.Translator;
import gloss.score.TextMetric;
import gloss.score.catalog.MetricSettings;
import gloss.score.catalog.TextMetrics;
import gloss.task.TranslationRequest;
import gloss.task.TranslationResult;
import gloss.text.InputException;
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
      return new Lines(Translator.load(models), gate);
    }
  }

  private record Lines(Translator translator, Gate gate)
      implements LineWriter<TranslationRequest, TranslationResult> {
    @Override
    public TranslationRequest request(String line) {
      gate.pass();
      if (line.isEmpty()) {
        throw new InputException("no text");
      }
      return translator.request(line);
    }

    @Override
    public int characters(TranslationRequest request) {
      return request.text().length();
    }

    @Override
    public List<TranslationResult> results(List<TranslationRequest> requests) {
      return translator.results(requests);
    }

    @Override
    public List<String> lines(TranslationResult result, long line) {
      return List.of(line + ":" + result.best().text());
    }

    @Override
    public List<String> remarks(TranslationResult result) {
      return List.of();
    }

    @Override
    public void close() {
      translator.close();
    }
  }
}
