package gloss.nn;

import ai.djl.ndarray.NDArray;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that is made of weights: when it is first needed, and again when the weights have
 * changed since. Several threads may ask for it at once, but none while the weights change.
 */
final class OfWeights<T> {
  private final Consumer<T> free;
  private long fingerprint;
  private boolean frozen;
  private boolean settled;
  private @Nullable T made;

  /** {@code free} gets what is out of date. */
  OfWeights(Consumer<T> free) {
    this.free = free;
  }

  /** The weights do not change any more: looking whether they have takes milliseconds. */
  synchronized void freeze() {
    frozen = true;
  }

  /** What {@code make} makes of the weights as they are now. */
  synchronized T now(Supplier<List<NDArray>> weights, Function<List<NDArray>, T> make) {
    T known = made;
    if (known != null && settled) {
      return known;
    }
    List<NDArray> current = weights.get();
    long now = DecoderKernels.fingerprint(current);
    if (known == null || fingerprint != now) {
      if (known != null) {
        free.accept(known);
      }
      known = make.apply(current);
      made = known;
      fingerprint = now;
    }
    settled = frozen;
    return known;
  }
}
