package gloss.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import gloss.recipe.Precision;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A decoder's weights as its steps take them. They are copied when they are first needed, and again
 * when the network's own have changed since; the copies are freed with the network's own.
 *
 * <p>Several threads may decode at once, but none while the network learns.
 */
final class DecoderWeights {
  private final Map<Precision, Copies> copies = new EnumMap<>(Precision.class);

  /** Copies of weights that had this fingerprint. */
  private record Copies(long fingerprint, KernelLibrary.Kept arrays) {}

  /**
   * The weights as they are now.
   *
   * @param own all weights that copies are made of
   * @param copy takes them in the order of {@code decoder.py}: the table of embeddings; of each
   *     layer norm, query with key and value, output; norm, query, output; norm, inner, outer; the
   *     last norm if there is one; the output layer
   */
  synchronized KernelLibrary.Kept now(
      Precision precision, List<NDArray> own, Consumer<StepWeights> copy) {
    long fingerprint = DecoderKernels.fingerprint(own);
    Copies known = copies.get(precision);
    if (known == null || known.fingerprint != fingerprint) {
      if (known != null) {
        known.arrays.close();
      }
      NDManager manager = own.get(0).getManager();
      try (StepWeights weights = new StepWeights(manager, precision == Precision.BF16)) {
        copy.accept(weights);
        known = new Copies(fingerprint, weights.kept().attachedTo(manager));
      }
      copies.put(precision, known);
    }
    return known.arrays;
  }
}
