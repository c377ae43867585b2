package gloss.nn.recurrent;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.UniformInitializer;
import gloss.nn.Kernels;
import gloss.nn.Layer;
import gloss.nn.Pass;
import gloss.recipe.AttentionScore;
import org.jspecify.annotations.Nullable;

/**
 * Attention of a recurrent decoder to all that the encoder read (Luong et al. 2015, section 3.1).
 * With h_t the decoder's state (rows, steps, size) and m_s the memory (rows, columns, size):
 *
 * <pre>
 * a_ts = exp(score(h_t, m_s)) / Σ_s' exp(score(h_t, m_s'))     weights (rows, steps, columns)
 * c_t  = Σ_s a_ts m_s                                          context (rows, steps, size)
 * h̃_t  = tanh(W_o [c_t; h_t] + b_o)                            attentional vector
 * </pre>
 *
 * <p>where s leaves out padding, and the score is
 *
 * <pre>
 * dot       h_t · m_s
 * general   h_t · (W_k m_s)                     Luong's hᵀ W m, the product with m made once
 * additive  e · tanh(W_q h_t + W_k m_s)         Bahdanau et al. 2015, section A.1.2
 * </pre>
 *
 * <p>W_k m_s are the keys, which do not change from step to step.
 */
final class GlobalAttention extends Layer {
  private final @Nullable Parameter key;
  private final @Nullable Parameter query;
  private final @Nullable Parameter energy;
  private final Parameter output;
  private final Parameter bias;
  private final double dropout;

  /**
   * Makes the attention.
   *
   * @param dropout of attentional vectors
   */
  GlobalAttention(AttentionScore score, int size, double dropout) {
    key = score == AttentionScore.DOT ? null : weight("key", size, size, size);
    boolean additive = score == AttentionScore.ADDITIVE;
    query = additive ? weight("query", size, size, size) : null;
    energy = additive ? weight("energy", size, size) : null;
    output = weight("output", 2 * size, size, 2L * size);
    bias = parameter("bias", Parameter.Type.BIAS, Initializer.ZEROS, size);
    this.dropout = dropout;
  }

  private Parameter weight(String name, int in, long... shape) {
    float bound = (float) (1 / Math.sqrt(in));
    return parameter(name, Parameter.Type.WEIGHT, new UniformInitializer(bound), shape);
  }

  /** What every step compares itself with: memory (rows, columns, size), mask on padding. */
  Source source(Pass pass, NDArray memory, NDArray mask) {
    NDArray keys = key == null ? memory : Kernels.linear(memory, pass.value(key), null);
    return new Source(memory, keys, mask);
  }

  /** Attentional vectors (rows, steps, size) of h, and the weights (rows, steps, columns). */
  NDList apply(Pass pass, NDArray h, Source source) {
    return RecurrentKernels.attend(h, source, weights(pass), pass.dropout(dropout));
  }

  /** The parameters that each step needs. */
  RecurrentKernels.AttentionWeights weights(Pass pass) {
    return new RecurrentKernels.AttentionWeights(
        value(pass, query), value(pass, energy), pass.value(output), pass.value(bias));
  }

  private static @Nullable NDArray value(Pass pass, @Nullable Parameter parameter) {
    return parameter == null ? null : pass.value(parameter);
  }

  /** Inputs: h (rows, steps, size), memory (rows, columns, size), mask (rows, 1, 1, columns). */
  @Override
  protected NDList forward(Pass pass, NDList inputs) {
    return apply(pass, inputs.get(0), source(pass, inputs.get(1), inputs.get(2)));
  }

  /** Vectors and weights. */
  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    Shape h = inputShapes[0];
    return new Shape[] {h, withLast(h, inputShapes[1].get(1))};
  }
}
