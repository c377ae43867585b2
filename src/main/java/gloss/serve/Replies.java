package gloss.serve;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** How answers are sent. */
final class Replies {
  static final String JSON = "application/json; charset=utf-8";
  static final String NDJSON = "application/x-ndjson";

  /** Nothing but what this service sends itself may be loaded or run. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private Replies() {}

  /** Headers of every answer. */
  static void protect(HttpServerResponse response) {
    response
        .putHeader("Content-Security-Policy", POLICY)
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin");
  }

  static void send(RoutingContext context, String type, byte[] bytes) {
    if (isOpen(context)) {
      context.response().putHeader(HttpHeaders.CONTENT_TYPE, type).end(Buffer.buffer(bytes));
    }
  }

  static void json(RoutingContext context, Object value) {
    if (isOpen(context)) {
      context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      send(context, JSON, Json.line(value).getBytes(UTF_8));
    }
  }

  /** One line of JSON, and the headers that belong to the status. */
  static void problem(RoutingContext context, Problem problem) {
    HttpServerResponse response = context.response();
    if (!isOpen(context)) {
      return;
    }
    if (response.headWritten()) {
      // A stream is under way: its last line says what went wrong.
      response.end(Json.line(error(problem)));
      return;
    }
    response.setStatusCode(problem.status());
    switch (problem.status()) {
      case Problem.UNAUTHORIZED -> response.putHeader("WWW-Authenticate", "Bearer");
      case Problem.TOO_MANY_REQUESTS, Problem.UNAVAILABLE -> response.putHeader("Retry-After", "1");
      default -> {}
    }
    if (!context.request().isEnded() && hasBody(context.request())) {
      // What is still to come of the request is not read.
      response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    }
    json(context, error(problem));
  }

  private static boolean hasBody(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        || (length != null && !length.equals("0"));
  }

  static Map<String, Object> error(Problem problem) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("error", problem.getMessage());
    error.put("status", problem.status());
    return error;
  }

  static boolean isOpen(RoutingContext context) {
    return !context.response().ended() && !context.response().closed();
  }
}
