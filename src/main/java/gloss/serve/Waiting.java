package gloss.serve;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A client who waits for an answer. What is at work for him is cancelled when he goes, when it
 * takes too long, or when the answer has ended in another way. Lives on one event loop.
 */
final class Waiting {
  private final RoutingContext context;
  private final Duration limit;
  private @Nullable CompletableFuture<?> work;
  private long timer;
  private boolean over;

  /**
   * Begins to wait.
   *
   * @param limit how long for each piece of work
   * @param gone is run if the client goes
   * @param release is run when it is over, however it ends
   */
  Waiting(RoutingContext context, Duration limit, Runnable gone, Runnable release) {
    this.context = context;
    this.limit = limit;
    timer = startTimer();
    context.addEndHandler(
        end -> {
          over = true;
          context.vertx().cancelTimer(timer);
          if (work != null) {
            work.cancel(true);
          }
          release.run();
          if (end.failed()) {
            gone.run();
          }
        });
  }

  private long startTimer() {
    return context.vertx().setTimer(limit.toMillis(), late -> tooLate());
  }

  private void tooLate() {
    context.fail(
        new Problem(
            Problem.UNAVAILABLE, "not done within " + limit.toSeconds() + " seconds; try less"));
  }

  /** Waits for work that has begun; {@code then} gets its result, unless it is over by then. */
  void on(Question.Answer answer, Consumer<Object> then) {
    context.vertx().cancelTimer(timer);
    timer = startTimer();
    work = answer.work();
    if (over) {
      work.cancel(true);
      return;
    }
    Future.fromCompletionStage(answer.work(), context.vertx().getOrCreateContext())
        .onComplete(
            result -> {
              if (!over) {
                then.accept(result);
              }
            },
            failure -> {
              if (!over) {
                context.fail(failure);
              }
            });
  }

  /** Stops the clock while the client takes in what is there; the connection has its own. */
  boolean isOver() {
    return over;
  }
}
