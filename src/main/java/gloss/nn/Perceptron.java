package gloss.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A multi-layer perceptron: {@code y = W dropout(relu(… dropout(relu(W₁ x + b₁)) …)) + b}, (rows,
 * in) → (rows, out); an item may also have several dimensions of {@code in} numbers in all. Without
 * a hidden layer it is linear. All layers are one call into the engine.
 */
public final class Perceptron extends Layer {
  private final List<Linear> layers = new ArrayList<>();
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
      layers.add(addChildBlock("hidden" + layers.size(), new Linear(before, size)));
      before = size;
    }
    layers.add(addChildBlock("output", new Linear(before, out)));
  }

  /** Applies the network; its products are always of fp32. */
  public NDArray apply(Pass pass, NDArray x) {
    List<NDArray> weights = new ArrayList<>();
    List<NDArray> biases = new ArrayList<>();
    for (Linear layer : layers) {
      List<NDArray> values = layer.values(pass);
      weights.add(values.get(0));
      biases.add(values.get(1));
    }
    return Kernels.perceptron(x, weights, biases, pass.dropout(dropout));
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
