package gloss.serve;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Closes connections that are too many, and those on which no request comes to its end in time: one
 * that is idle, or sends its head byte by byte.
 */
final class ConnectionWatch {
  private final Vertx vertx;
  private final ServeLimits limits;
  private final Map<HttpConnection, Long> timers = new ConcurrentHashMap<>();

  ConnectionWatch(Vertx vertx, ServeLimits limits) {
    this.vertx = vertx;
    this.limits = limits;
  }

  int open() {
    return timers.size();
  }

  void opened(HttpConnection connection) {
    if (open() >= limits.connections()) {
      connection.close();
      return;
    }
    timers.put(connection, timer(connection));
    connection.closeHandler(
        closed -> {
          Long timer = timers.remove(connection);
          if (timer != null) {
            vertx.cancelTimer(timer);
          }
        });
  }

  private long timer(HttpConnection connection) {
    return vertx.setTimer(limits.receive().toMillis(), late -> connection.close());
  }

  /** A request's head is here; its handler watches over the rest. */
  void begun(HttpConnection connection) {
    Long timer = timers.get(connection);
    if (timer != null) {
      vertx.cancelTimer(timer);
    }
  }

  /** A request is answered; the connection waits for the next. */
  void ended(HttpConnection connection) {
    timers.computeIfPresent(connection, (c, old) -> timer(c));
  }
}
