package gloss.nn.recurrent;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.UniformInitializer;
import gloss.nn.Layer;
import gloss.nn.Pass;
import gloss.recipe.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A layer that goes through a sequence step by step: (rows, columns, in) → (rows, columns, size).
 *
 * <p>LSTM (Hochreiter and Schmidhuber 1997; Gers et al. 2000), with σ the logistic function and ⊙
 * the product of elements; its state is (h, c):
 *
 * <pre>
 * i = σ(W_i x + b_i + U_i h + d_i)        f = σ(W_f x + b_f + U_f h + d_f)
 * g = tanh(W_g x + b_g + U_g h + d_g)     o = σ(W_o x + b_o + U_o h + d_o)
 * c' = f ⊙ c + i ⊙ g                      h' = o ⊙ tanh(c')
 * </pre>
 *
 * <p>GRU (Cho et al. 2014) as cuDNN and PyTorch have it, the reset gate after the product; its
 * state is h:
 *
 * <pre>
 * r = σ(W_r x + b_r + U_r h + d_r)        z = σ(W_z x + b_z + U_z h + d_z)
 * n = tanh(W_n x + b_n + r ⊙ (U_n h + d_n))
 * h' = (1 − z) ⊙ n + z ⊙ h
 * </pre>
 *
 * <p>W is {@code input-weight} (gates · size, in), U {@code hidden-weight} (gates · size, size), b
 * {@code input-bias} and d {@code hidden-bias} (gates · size), the gates one below the other as
 * written here: the layout of PyTorch. Weights start uniform in ±1/√size, biases at zero but for
 * the LSTM's b_f, which is 1, so that it remembers until it learns to forget (Jozefowicz et al.
 * 2015).
 */
final class RecurrentLayer extends Layer {
  private final Cell cell;
  private final int size;
  private final List<Parameter> gateParameters = new ArrayList<>();

  RecurrentLayer(Cell cell, int in, int size) {
    this.cell = cell;
    this.size = size;
    int gates = gates(cell) * size;
    Initializer uniform = new UniformInitializer((float) (1 / Math.sqrt(size)));
    gateParameters.add(parameter("input-weight", Parameter.Type.WEIGHT, uniform, gates, in));
    gateParameters.add(parameter("hidden-weight", Parameter.Type.WEIGHT, uniform, gates, size));
    gateParameters.add(parameter("input-bias", Parameter.Type.BIAS, this::firstBias, gates));
    gateParameters.add(parameter("hidden-bias", Parameter.Type.BIAS, Initializer.ZEROS, gates));
  }

  private static int gates(Cell cell) {
    return switch (cell) {
      case LSTM -> 4;
      case GRU -> 3;
    };
  }

  /** How many arrays a state has. */
  static int states(Cell cell) {
    return switch (cell) {
      case LSTM -> 2;
      case GRU -> 1;
    };
  }

  private NDArray firstBias(NDManager manager, Shape shape, DataType type) {
    float[] bias = new float[(int) shape.size()];
    if (cell == Cell.LSTM) {
      Arrays.fill(bias, size, 2 * size, 1);
    }
    return manager.create(bias, shape);
  }

  /** W, U, b and d. */
  List<NDArray> parameters(Pass pass) {
    return gateParameters.stream().map(pass::value).toList();
  }

  /** All steps, from a state: h of each step (rows, columns, size), then the last state. */
  NDList apply(Pass pass, NDArray x, List<NDArray> state) {
    return RecurrentKernels.recur(x, state, parameters(pass), pass.training());
  }

  /** All steps, from a state of zeros: h of each step (rows, columns, size). */
  NDArray apply(Pass pass, NDArray x) {
    NDArray zeros = x.getManager().zeros(new Shape(x.getShape().get(0), size));
    return apply(pass, x, Collections.nCopies(states(cell), zeros)).head();
  }

  @Override
  protected NDList forward(Pass pass, NDList inputs) {
    return new NDList(apply(pass, inputs.singletonOrThrow()));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {withLast(inputShapes[0], size)};
  }
}
