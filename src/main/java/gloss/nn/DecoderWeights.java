package gloss.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import gloss.recipe.Precision;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A decoder's weights as its steps take them, copied from the network's own; copies outside of the
 * Java heap are freed with these.
 *
 * <p>Several threads may decode at once, but none while the network learns.
 */
final class DecoderWeights {
  /** For the engine. */
  private final Map<Precision, OfWeights<KernelLibrary.Kept>> kept = new EnumMap<>(Precision.class);

  private final OfWeights<HeapWeights> inHeap = new OfWeights<>(outdated -> {});

  DecoderWeights() {
    for (Precision precision : Precision.values()) {
      kept.put(precision, new OfWeights<>(KernelLibrary.Kept::close));
    }
  }

  /** The network's own do not change any more. */
  void freeze() {
    kept.values().forEach(OfWeights::freeze);
    inHeap.freeze();
  }

  /**
   * The weights as they are now.
   *
   * @param own all weights that copies are made of
   * @param copy takes them in the order of {@code decoder.py}: the table of embeddings; of each
   *     layer norm, query with key and value, output; norm, query, output; norm, inner, outer; the
   *     last norm if there is one; the output layer
   */
  KernelLibrary.Kept now(
      Precision precision, Supplier<List<NDArray>> own, Consumer<StepWeights> copy) {
    boolean half = precision == Precision.BF16;
    return Objects.requireNonNull(kept.get(precision))
        .now(
            own,
            weights -> {
              NDManager manager = weights.get(0).getManager();
              return copied(manager, half, copy, copies -> copies.kept().attachedTo(manager));
            });
  }

  /**
   * The same in fp32 in the Java heap; {@code layers} and {@code pre} as {@link HeapWeights#of}.
   */
  HeapWeights inHeap(
      Supplier<List<NDArray>> own, Consumer<StepWeights> copy, int layers, boolean pre) {
    return inHeap.now(
        own,
        weights ->
            copied(
                weights.get(0).getManager(),
                false,
                copy,
                copies -> HeapWeights.of(copies.arrays(), layers, pre)));
  }

  private static <T> T copied(
      NDManager manager,
      boolean half,
      Consumer<StepWeights> copy,
      Function<StepWeights, T> result) {
    try (StepWeights weights = new StepWeights(manager, half)) {
      copy.accept(weights);
      return result.apply(weights);
    }
  }
}
