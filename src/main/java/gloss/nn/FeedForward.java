package gloss.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.List;

/**
 * The Transformer's position-wise network: {@code W₂ dropout(relu(W₁ x + b₁)) + b₂}, (…, size) →
 * (…, size).
 */
final class FeedForward extends Layer {
  private final Linear inner;
  private final Linear outer;
  private final double dropout;

  /** Makes the network; {@code gain} is that of the first weights W₂. */
  FeedForward(int size, int hidden, double dropout, double gain) {
    inner = addChildBlock("inner", new Linear(size, hidden));
    outer = addChildBlock("outer", new Linear(hidden, size, gain));
    this.dropout = dropout;
  }

  NDArray apply(Pass pass, NDArray x) {
    return outer.apply(pass, Kernels.reluDropout(inner.apply(pass, x), pass.dropout(dropout)));
  }

  /** Weight and bias of the first layer. */
  List<NDArray> inner(Pass pass) {
    return inner.values(pass);
  }

  /** Weight and bias of the second layer. */
  List<NDArray> outer(Pass pass) {
    return outer.values(pass);
  }

  @Override
  protected NDList forward(Pass pass, NDList inputs) {
    return new NDList(apply(pass, inputs.singletonOrThrow()));
  }
}
