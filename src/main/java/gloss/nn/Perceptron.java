package gloss.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A multi-layer perceptron: {@code y = W dropout(relu(… dropout(relu(W₁ x + b₁)) …)) + b}, (rows,
 * in) → (rows, out). Without a hidden layer it is linear.
 */
public final class Perceptron extends Layer {
  private final List<Linear> hidden = new ArrayList<>();
  private final Linear output;
  private final double dropout;
  private final int out;

  /**
   * A perceptron.
   *
   * @param sizes of the hidden layers
   * @param dropout after each hidden layer
   */
  public Perceptron(int in, List<Integer> sizes, int out, double dropout) {
    this.dropout = dropout;
    this.out = out;
    int before = in;
    for (int size : sizes) {
      hidden.add(addChildBlock("hidden" + hidden.size(), new Linear(before, size)));
      before = size;
    }
    output = addChildBlock("output", new Linear(before, out));
  }

  /** Applies the network; its products are always of fp32. */
  public NDArray apply(Pass pass, NDArray x) {
    NDArray y = x;
    for (Linear layer : hidden) {
      y = Kernels.reluDropout(Kernels.linear(y, layer.asOutput(pass)), pass.dropout(dropout));
    }
    return Kernels.linear(y, output.asOutput(pass));
  }

  @Override
  protected NDList forward(Pass pass, NDList inputs) {
    return new NDList(apply(pass, inputs.singletonOrThrow()));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {withLast(inputShapes[0], out)};
  }
}
