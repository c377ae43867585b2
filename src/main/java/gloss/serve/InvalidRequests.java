package gloss.serve;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** Answers what is no HTTP. */
final class InvalidRequests {
  private static final int URI_TOO_LONG = 414;
  private static final int HEADERS_TOO_LARGE = 431;

  private InvalidRequests() {}

  static void answer(HttpServerRequest request) {
    Problem problem = problem(request.decoderResult().cause());
    Replies.protect(request.response());
    request
        .response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Replies.JSON)
        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
        .end(Json.line(Replies.error(problem)))
        .onComplete(sent -> request.connection().close());
  }

  private static Problem problem(Throwable cause) {
    if (cause instanceof TooLongHttpLineException) {
      return new Problem(URI_TOO_LONG, "the first line is too long");
    }
    if (cause instanceof TooLongHttpHeaderException) {
      return new Problem(HEADERS_TOO_LARGE, "the headers are too long");
    }
    return new Problem(Problem.BAD_REQUEST, "not HTTP/1.1");
  }
}
