package gloss.serve;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** Takes a request to an {@link Endpoint} from its body to its answer. */
final class Asking implements Handler<RoutingContext> {
  private final Endpoint endpoint;
  private final Admission admission;
  private final Duration limit;
  private final Runnable gone;

  /**
   * A handler.
   *
   * @param limit how long an answer may take
   * @param gone is told of each client who goes before his answer
   */
  Asking(Endpoint endpoint, Admission admission, Duration limit, Runnable gone) {
    this.endpoint = endpoint;
    this.admission = admission;
    this.limit = limit;
    this.gone = gone;
  }

  @Override
  public void handle(RoutingContext context) {
    if (!Replies.isOpen(context)) {
      return;
    }
    Buffer body = context.body().buffer();
    Question question = endpoint.ask(Json.object(body == null ? new byte[0] : body.getBytes()));
    String accepted = context.request().getHeader(HttpHeaders.ACCEPT);
    boolean inParts = question.streams() && accepted != null && accepted.contains(Replies.NDJSON);
    int inside = inParts ? Math.min(question.lines(), Streaming.MOST_LINES) : question.lines();
    admission.enter(inside, question.streams());
    Waiting waiting = new Waiting(context, limit, gone, () -> admission.leave(inside));
    if (inParts) {
      new Streaming(context.response(), question, waiting).next();
    } else {
      Question.Answer answer = question.answer();
      waiting.on(answer, result -> Replies.json(context, answer.value().apply(result)));
    }
  }
}
