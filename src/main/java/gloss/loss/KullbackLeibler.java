package gloss.loss;

import ai.djl.ndarray.NDArray;

/**
 * The Kullback–Leibler divergence (Kullback and Leibler 1951) of p = softmax(z) from a target
 * distribution q:
 *
 * <pre>L = Σ_v q_v (ln q_v − ln p_v),  0 ln 0 = 0        ∂L/∂z = p − q   where Σ q = 1</pre>
 *
 * It is {@link CrossEntropy} less the entropy of q, so the gradients are the same, but it is 0 when
 * the goal is reached: for distillation and other soft targets. One item a row; of class ids it is
 * the negative log-likelihood.
 */
public record KullbackLeibler() implements Loss {
  @Override
  public LossSum of(NDArray predictions, NDArray targets) {
    return LossKernels.rows("kullback_leibler", predictions, targets);
  }
}
