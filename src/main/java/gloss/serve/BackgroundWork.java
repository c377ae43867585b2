package gloss.serve;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

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

  /** As {@link #start}, for what goes on elsewhere once it has begun. */
  static <T> CompletableFuture<T> startThen(
      Executor executor, Supplier<CompletableFuture<T>> begin) {
    CompletableFuture<T> future = new CompletableFuture<>();
    executor.execute(
        () -> {
          try {
            stopUnlessWanted(future);
            CompletableFuture<T> rest = begin.get();
            future.whenComplete((result, failure) -> rest.cancel(true));
            rest.whenComplete(
                (result, failure) -> {
                  if (failure == null) {
                    future.complete(result);
                  } else {
                    future.completeExceptionally(failure);
                  }
                });
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
