package gloss.nn;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.PairList;
import org.jspecify.annotations.Nullable;

/**
 * A block whose parameters' shapes are known when it is made, not when it first sees data.
 *
 * <p>Each layer has a typed method {@code apply(Pass, …)} that other layers call; {@link
 * #forward(Pass, NDList)} is the same thing as DJL sees it.
 */
public abstract class Layer extends AbstractBlock {
  /** The layer as a function of a list of arrays. */
  protected abstract NDList forward(Pass pass, NDList inputs);

  /** Adds a parameter of the given shape. */
  protected final Parameter parameter(
      String name, Parameter.Type type, Initializer initializer, long... shape) {
    return addParameter(
        Parameter.builder()
            .setName(name)
            .setType(type)
            .optShape(new Shape(shape))
            .optInitializer(initializer)
            .build());
  }

  /** Initializes all parameters; no input shapes are needed. */
  public final void initialize(NDManager manager) {
    initialize(manager, DataType.FLOAT32, new Shape(1));
  }

  @Override
  protected final NDList forwardInternal(
      ParameterStore parameters,
      NDList inputs,
      boolean training,
      @Nullable PairList<String, Object> options) {
    return forward(new Pass(parameters, training), inputs);
  }

  @Override
  protected final void initializeChildBlocks(
      NDManager manager, DataType type, Shape... inputShapes) {
    for (Block child : getChildren().values()) {
      child.initialize(manager, type, inputShapes);
    }
  }

  /** By default a layer keeps the shape of its first input. */
  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return new Shape[] {inputShapes[0]};
  }

  /** The shape with another last dimension. */
  protected static Shape withLast(Shape shape, long size) {
    return shape.slice(0, shape.dimension() - 1).add(size);
  }
}
