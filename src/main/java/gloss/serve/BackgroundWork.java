package gloss.serve;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
            CompletableFuture<T> unusedEnd = future.whenComplete((value, e) -> rest.cancel(true));
            CompletableFuture<T> unusedResult =
                rest.whenComplete((value, failure) -> pass(value, failure, future));
          } catch (RuntimeException | Error e) {
            future.completeExceptionally(e);
          }
        });
    return future;
  }

  private static <T> void pass(T value, @Nullable Throwable failure, CompletableFuture<T> to) {
    if (failure == null) {
      to.complete(value);
    } else {
      to.completeExceptionally(failure);
    }
  }

  private static void stopUnlessWanted(CompletableFuture<?> future) {
    if (future.isDone()) {
      throw new CancellationException("nobody waits for it");
    }
  }
}
