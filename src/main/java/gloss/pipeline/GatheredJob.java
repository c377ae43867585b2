package gloss.pipeline;

import gloss.batch.SortedBatches;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What one caller asks of a {@link Gatherer}: requests, cut into units of similar weight. After it
 * is made, only the gatherer's thread changes it.
 */
final class GatheredJob<K, Q, R> {
  private final K options;
  private final List<Q> requests;
  private final int[] weights;
  private final Deque<int[]> units;
  private final List<R> results;
  private final CompletableFuture<List<R>> future = new CompletableFuture<>();
  private int missing;

  /**
   * A job.
   *
   * @param weights of the requests
   * @param most how much a unit may weigh
   */
  GatheredJob(K options, List<Q> requests, int[] weights, int most) {
    this.options = options;
    this.requests = requests;
    this.weights = weights;
    units = new ArrayDeque<>(SortedBatches.of(weights, most).indices());
    results = new ArrayList<>(Collections.nCopies(requests.size(), null));
    missing = requests.size();
    if (missing == 0) {
      future.complete(List.of());
    }
  }

  K options() {
    return options;
  }

  CompletableFuture<List<R>> future() {
    return future;
  }

  /** Whether nobody waits for it: it is complete, has failed, or was cancelled. */
  boolean isOver() {
    return future.isDone();
  }

  boolean hasNext() {
    return !units.isEmpty();
  }

  int nextWeight() {
    return Arrays.stream(units.element()).map(i -> weights[i]).sum();
  }

  Unit<K, Q, R> next() {
    return new Unit<>(this, units.remove());
  }

  void fail(Throwable reason) {
    future.completeExceptionally(reason);
  }

  /** Some requests of a job, by their places in it. */
  record Unit<K, Q, R>(GatheredJob<K, Q, R> job, int[] indices) {
    int size() {
      return indices.length;
    }

    List<Q> requests() {
      return Arrays.stream(indices).mapToObj(job.requests::get).toList();
    }

    /** Hands over the results, in the order of {@link #requests}. */
    void complete(List<R> found) {
      for (int i = 0; i < indices.length; i++) {
        job.results.set(indices[i], found.get(i));
      }
      job.missing -= indices.length;
      if (job.missing == 0) {
        job.future.complete(Collections.unmodifiableList(job.results));
      }
    }
  }
}
