package gloss.serve;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is asked where, and what holds for all of it. */
final class Routes {
  private static final Logger LOG = LoggerFactory.getLogger(Routes.class);
  private static final double NANOS = 1e9;
  private static final String ELSEWHERE = "other";

  private final Models models;
  private final ServeLimits limits;
  private final Token token;
  private final ConnectionWatch watch;
  private final Admission admission;
  private final ServeMetrics metrics;
  private final List<Endpoint> endpoints;

  /** The paths there are, with their methods as in the header {@code Allow}. */
  private final Map<String, String> paths = new LinkedHashMap<>();

  /** One party for each request, and one until the service stops. */
  private final Phaser underWay = new Phaser(1);

  private volatile boolean stopping;

  Routes(Models models, ServeOptions options, ConnectionWatch watch, Executor scoring) {
    this.models = models;
    this.watch = watch;
    limits = options.limits();
    token = new Token(options.token());
    admission = new Admission(limits.lines());
    metrics = new ServeMetrics(models, admission::inside, watch::open);
    endpoints =
        List.of(
            new TranslateEndpoint(models),
            new SummarizeEndpoint(models, scoring),
            new ClassifyEndpoint(models, scoring),
            new ScoreEndpoint(scoring));
  }

  /** From here on nothing new is taken; returns when all is answered, or the grace is over. */
  void stop(Duration grace) {
    stopping = true;
    int phase = underWay.arriveAndDeregister();
    try {
      underWay.awaitAdvanceInterruptibly(phase, grace.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.warn("requests were still at work after {} s", grace.toSeconds());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  Router router(Vertx vertx) {
    Router router = Router.router(vertx);
    router.route().handler(this::begin).failureHandler(this::fail);
    for (StaticFiles.Content file : StaticFiles.all()) {
      get(router, file.path()).handler(c -> Replies.send(c, file.type(), file.bytes()));
    }
    get(router, "/health").handler(c -> Replies.json(c, Map.of("status", "ok")));
    get(router, "/models")
        .handler(this::authorize)
        .handler(c -> Replies.json(c, Map.of("models", models.describe())));
    get(router, "/metrics")
        .handler(this::authorize)
        .handler(c -> Replies.send(c, metrics.contentType(), metrics.text()));
    endpoints.forEach(endpoint -> post(router, endpoint));
    for (int status : new int[] {Problem.NOT_FOUND, Problem.METHOD_NOT_ALLOWED}) {
      router.errorHandler(status, this::fail);
    }
    return router;
  }

  private Route get(Router router, String path) {
    paths.put(path, "GET, HEAD");
    return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
  }

  private void post(Router router, Endpoint endpoint) {
    paths.put(endpoint.path(), "POST");
    router
        .post(endpoint.path())
        .handler(this::authorize)
        .handler(this::checkType)
        .handler(this::receiveInTime);
    router
        .post(endpoint.path())
        .handler(BodyHandler.create(false).setBodyLimit(limits.bodyBytes()))
        .handler(asking(endpoint));
  }

  private Handler<RoutingContext> asking(Endpoint endpoint) {
    return new Asking(endpoint, admission, limits.answer(), metrics::gone);
  }

  private void begin(RoutingContext context) {
    long start = System.nanoTime();
    underWay.register();
    watch.begun(context.request().connection());
    Replies.protect(context.response());
    context.addEndHandler(
        end -> {
          watch.ended(context.request().connection());
          metrics.answered(
              paths.containsKey(context.normalizedPath()) ? context.normalizedPath() : ELSEWHERE,
              context.response().getStatusCode(),
              (System.nanoTime() - start) / NANOS);
          underWay.arriveAndDeregister();
        });
    if (stopping) {
      context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      throw new Problem(Problem.UNAVAILABLE, "the service is stopping");
    }
    context.next();
  }

  private void authorize(RoutingContext context) {
    if (!token.admits(context.request().getHeader(HttpHeaders.AUTHORIZATION))) {
      throw new Problem(Problem.UNAUTHORIZED, "a token is needed: Authorization: Bearer TOKEN");
    }
    context.next();
  }

  /** A page of another site can send other types without being asked, but not this one. */
  private void checkType(RoutingContext context) {
    String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
    String lower = type == null ? "" : type.toLowerCase(Locale.ROOT).replaceAll("[\\s\"]", "");
    if (!List.of("application/json", "application/json;charset=utf-8").contains(lower)) {
      throw new Problem(
          Problem.UNSUPPORTED_TYPE, "send JSON in UTF-8, with Content-Type: application/json");
    }
    String encoding = context.request().getHeader(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
      throw new Problem(Problem.UNSUPPORTED_TYPE, "send it uncompressed, without Content-Encoding");
    }
    context.next();
  }

  private void receiveInTime(RoutingContext context) {
    long timer =
        context
            .vertx()
            .setTimer(
                limits.receive().toMillis(),
                late -> {
                  if (!context.request().isEnded()) {
                    context.fail(
                        new Problem(Problem.REQUEST_TIMEOUT, "the request was sent too slowly"));
                  }
                });
    context.addEndHandler(end -> context.vertx().cancelTimer(timer));
    context.next();
  }

  private void fail(RoutingContext context) {
    Throwable failure = context.failure();
    boolean isOfClient = context.statusCode() < Problem.FAILED;
    Problem problem = failure == null || isOfClient ? problem(context) : Problem.of(failure);
    if (problem.status() == Problem.FAILED) {
      LOG.error("{} failed", context.normalizedPath(), failure);
    }
    String allowed = paths.get(context.normalizedPath());
    if (problem.status() == Problem.METHOD_NOT_ALLOWED && allowed != null) {
      context.response().putHeader(HttpHeaders.ALLOW, allowed);
    }
    Replies.problem(context, problem);
  }

  private Problem problem(RoutingContext context) {
    return switch (context.statusCode()) {
      case Problem.NOT_FOUND ->
          new Problem(Problem.NOT_FOUND, "nothing is here; /openapi.json says what there is");
      case Problem.METHOD_NOT_ALLOWED ->
          new Problem(
              Problem.METHOD_NOT_ALLOWED, "allowed here: " + paths.get(context.normalizedPath()));
      case Problem.TOO_LARGE ->
          new Problem(
              Problem.TOO_LARGE, "a request may have at most " + limits.bodyBytes() + " bytes");
      case Problem.FAILED -> Problem.of(null);
      default -> new Problem(context.statusCode(), "not a request that can be answered");
    };
  }
}
