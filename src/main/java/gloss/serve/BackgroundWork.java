package gloss.serve;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** Work without a model, done elsewhere than on the event loop. */
final class BackgroundWork {
  private BackgroundWork() {}

  /**
   * Begins.
   *
   * @param work is given what it calls now and then, which throws once the future is cancelled
   */
  static <T> CompletableFuture<T> start(Executor executor, Function<Runnable, T> work) {
    CompletableFuture<T> future = new CompletableFuture<>();
    Runnable mayStop = () -> stopUnlessWanted(future);
    executor.execute(
        () -> {
          try {
            mayStop.run();
            future.complete(work.apply(mayStop));
          } catch (RuntimeException | Error e) {
            future.completeExceptionally(e);
          }
        });
    return future;
  }

  private static void stopUnlessWanted(CompletableFuture<?> future) {
    if (future.isDone()) {
      throw new CancellationException("nobody waits for it");
    }
  }
}
