package gloss.serve;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service: answers over HTTP/1.1 what models say and metrics measure, and shows a page.
 *
 * <pre>
 * GET  /               the page
 * POST /translate      JSON in and out; with Accept: application/x-ndjson in parts, as the next two
 * POST /summarize      summaries by a model, or sentences of the texts
 * POST /classify       classes of rows of tables, or of pictures
 * POST /score          outputs of systems and references; scores, intervals, p-values
 * GET  /models         what is served
 * GET  /health         200 while it runs
 * GET  /metrics        counters for Prometheus
 * GET  /openapi.json   all of this, exactly
 * </pre>
 *
 * <p>What clients send is data: it chooses no file, class or model but those that were loaded.
 */
public final class GlossServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GlossServer.class);
  private static final int MOST_LINE = 4096;
  private static final int MOST_HEADERS = 16_384;
  private static final Duration SLACK = Duration.ofSeconds(10);

  private final ServeOptions options;
  private final Vertx vertx;
  private final ExecutorService scoring;
  private final Routes routes;
  private final HttpServer server;

  private GlossServer(Models models, ServeOptions options) {
    this.options = options;
    vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(2)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    scoring = Executors.newSingleThreadExecutor(GlossServer::scoringThread);
    ConnectionWatch watch = new ConnectionWatch(vertx, options.limits());
    routes = new Routes(models, options, watch, scoring);
    server =
        vertx
            .createHttpServer(httpOptions())
            .connectionHandler(watch::opened)
            .invalidRequestHandler(InvalidRequests::answer)
            .requestHandler(routes.router(vertx));
  }

  private static Thread scoringThread(Runnable work) {
    Thread thread = new Thread(work, "scorer");
    thread.setDaemon(true);
    return thread;
  }

  private HttpServerOptions httpOptions() {
    Duration idle = options.limits().receive().plus(options.limits().answer()).plus(SLACK);
    return new HttpServerOptions()
        .setHttp2ClearTextEnabled(false)
        .setMaxInitialLineLength(MOST_LINE)
        .setMaxHeaderSize(MOST_HEADERS)
        .setIdleTimeout((int) idle.toMillis())
        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
  }

  /**
   * Starts to listen.
   *
   * @param models stay open while the server runs; who loaded them closes them
   * @throws IOException if the address cannot be had
   */
  public static GlossServer start(Models models, ServeOptions options) throws IOException {
    GlossServer started = new GlossServer(models, options);
    try {
      started
          .server
          .listen(options.port(), options.host())
          .toCompletionStage()
          .toCompletableFuture()
          .join();
      return started;
    } catch (CompletionException e) {
      started.close();
      Throwable reason = e.getCause() == null ? e : e.getCause();
      throw new IOException(
          "cannot listen on %s port %d: %s"
              .formatted(options.host(), options.port(), reason.getMessage()),
          e);
    }
  }

  /** The port that it listens on. */
  public int port() {
    return server.actualPort();
  }

  /** Where it is reached, as a URL. */
  public String url() {
    String host = options.host();
    boolean isV6 = host.indexOf(':') >= 0;
    return "http://" + (isV6 ? "[" + host + "]" : host) + ":" + port() + "/";
  }

  /** Whether others than this machine can reach it. */
  public boolean isPublic() {
    InetSocketAddress address = new InetSocketAddress(options.host(), 0);
    return address.isUnresolved() || !address.getAddress().isLoopbackAddress();
  }

  /** Takes nothing new, finishes what is at work, as long as the grace lasts, and ends. */
  @Override
  public void close() {
    routes.stop(options.limits().grace());
    await(server.close(), SLACK);
    await(vertx.close(), SLACK);
    scoring.shutdownNow();
  }

  /** Waits for an end, but not for ever: what is left then ends with the process. */
  private static void await(Future<?> end, Duration limit) {
    try {
      end.toCompletionStage().toCompletableFuture().get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("the server did not end as it should", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
