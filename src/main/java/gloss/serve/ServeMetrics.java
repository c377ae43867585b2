package gloss.serve;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.IntSupplier;

/** What a service counts, in the text format of Prometheus. */
final class ServeMetrics {
  private static final double[] SECONDS = {.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30};

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Counter requests =
      Counter.builder()
          .name("gloss_http_requests_total")
          .help("Requests, by path and status.")
          .labelNames("path", "status")
          .register(registry);
  private final Histogram seconds =
      Histogram.builder()
          .name("gloss_http_request_seconds")
          .help("Time from a request's head to the end of its answer.")
          .labelNames("path")
          .classicOnly()
          .classicUpperBounds(SECONDS)
          .register(registry);
  private final Counter gone =
      Counter.builder()
          .name("gloss_http_clients_gone_total")
          .help("Requests whose clients went before the answer; their work was freed.")
          .register(registry);

  ServeMetrics(Models models, IntSupplier lines, IntSupplier connections) {
    JvmMetrics.builder().register(registry);
    gauge("gloss_lines_inside", "Lines at work or waiting.", lines);
    gauge("gloss_http_connections", "Open connections.", connections);
    CounterWithCallback.builder()
        .name("gloss_batches_total")
        .help("Batches that a model has worked at.")
        .labelNames("model")
        .callback(
            out ->
                models
                    .counts()
                    .forEach((name, counts) -> out.call((double) counts.batches(), name)))
        .register(registry);
    CounterWithCallback.builder()
        .name("gloss_batched_lines_total")
        .help("Lines, texts, rows or pictures in these batches.")
        .labelNames("model")
        .callback(
            out ->
                models
                    .counts()
                    .forEach((name, counts) -> out.call((double) counts.requests(), name)))
        .register(registry);
  }

  private void gauge(String name, String help, IntSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(out -> out.call(value.getAsInt()))
        .register(registry);
  }

  /** A request was answered; {@code path} is one of few. */
  void answered(String path, int status, double tookSeconds) {
    requests.labelValues(path, Integer.toString(status)).inc();
    seconds.labelValues(path).observe(tookSeconds);
  }

  void gone() {
    gone.inc();
  }

  String contentType() {
    return PrometheusTextFormatWriter.CONTENT_TYPE;
  }

  byte[] text() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create()
          .write(out, registry.scrape(), EscapingScheme.UNDERSCORE_ESCAPING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
