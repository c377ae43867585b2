package gloss.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The connection around a sublayer f. Post-norm (Vaswani et al. 2017): {@code norm(x +
 * dropout(f(x)))}; pre-norm (Xiong et al. 2020), which trains without long warm-up: {@code x +
 * dropout(f(norm(x)))}.
 */
final class Residual extends Layer {
  private final LayerNorm norm;
  private final boolean pre;
  private final double dropout;

  Residual(int size, boolean pre, double dropout) {
    norm = addChildBlock("norm", new LayerNorm(size));
    this.pre = pre;
    this.dropout = dropout;
  }

  NDArray apply(Pass pass, NDArray x, UnaryOperator<NDArray> sublayer) {
    NDArray inner = sublayer.apply(pre ? norm.apply(pass, x) : x);
    NDArray sum = Kernels.addDropout(x, inner, pass.dropout(dropout));
    return pre ? sum : norm.apply(pass, sum);
  }

  /** The weights of its norm. */
  List<NDArray> values(Pass pass) {
    return norm.values(pass);
  }

  /** As a block it has no sublayer but the identity. */
  @Override
  protected NDList forward(Pass pass, NDList inputs) {
    return new NDList(apply(pass, inputs.singletonOrThrow(), UnaryOperator.identity()));
  }
}
