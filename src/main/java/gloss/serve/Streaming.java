package gloss.serve;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;

/**
 * An answer in parts, a line of JSON for each: the first soon, and no faster than the client reads.
 */
final class Streaming {
  /** The largest part; the first is small. */
  static final int MOST_LINES = 64;

  private static final int FIRST_LINES = 4;

  private final HttpServerResponse response;
  private final Question question;
  private final Waiting waiting;
  private int from;
  private int size = FIRST_LINES;

  Streaming(HttpServerResponse response, Question question, Waiting waiting) {
    this.response = response;
    this.question = question;
    this.waiting = waiting;
    response.setChunked(true).putHeader(HttpHeaders.CONTENT_TYPE, Replies.NDJSON);
  }

  /** Begins with the next part, or ends the answer. */
  void next() {
    if (waiting.isOver()) {
      return;
    }
    if (from == question.lines()) {
      response.end();
    } else if (response.writeQueueFull()) {
      response.drainHandler(drained -> next());
    } else {
      int to = Math.min(question.lines(), from + size);
      Question.Answer part = question.part(from, to);
      from = to;
      size = Math.min(MOST_LINES, 2 * size);
      waiting.on(part, result -> write(part, result));
    }
  }

  private void write(Question.Answer part, Object result) {
    StringBuilder lines = new StringBuilder();
    part.items(result).forEach(item -> lines.append(Json.line(item)));
    response.write(lines.toString());
    next();
  }
}
