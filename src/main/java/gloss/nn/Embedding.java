package gloss.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.NormalInitializer;

/**
 * One vector a word: ids (…) → (…, size), multiplied by √size as in Vaswani et al. 2017, section
 * 3.4. Vectors start normal with standard deviation 1/√size.
 *
 * <p>The same table can give the output layer its weights ({@link #output}).
 */
public final class Embedding extends Layer {
  private final Parameter table;
  private final int size;

  /** A table of {@code vocabulary} vectors of {@code size}. */
  public Embedding(int vocabulary, int size) {
    this.size = size;
    NormalInitializer normal = new NormalInitializer((float) (1 / Math.sqrt(size)));
    table = parameter("weight", Parameter.Type.WEIGHT, normal, vocabulary, size);
  }

  /** The vectors of ids: (…) → (…, size). */
  public NDArray apply(Pass pass, NDArray ids) {
    return Kernels.embed(ids, pass.value(table), Math.sqrt(size));
  }

  /**
   * The mean of the vectors of each row of ids: (…, words) → (…, size). The id {@code padding} does
   * not count; a row of nothing else is zero.
   */
  public NDArray mean(Pass pass, NDArray ids, int padding) {
    return Kernels.embedMean(ids, pass.value(table), Math.sqrt(size), padding);
  }

  /** The table as an output layer: how well each word's vector fits. */
  public EncoderDecoder.Output output(Pass pass) {
    return new EncoderDecoder.Output(pass.value(table), null);
  }

  @Override
  protected NDList forward(Pass pass, NDList inputs) {
    return new NDList(apply(pass, inputs.singletonOrThrow()));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {inputShapes[0].add(size)};
  }
}
