package gloss.nn.image;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import gloss.corpus.image.ImageSize;
import gloss.nn.Layer;
import gloss.nn.Pass;
import gloss.nn.Perceptron;
import java.util.List;

/** A perceptron that takes all pixels as one row of numbers. */
public final class FlatNetwork extends Layer implements ImageNetwork {
  private final Perceptron perceptron;

  /**
   * A network for pictures of a size.
   *
   * @param hidden sizes of the hidden layers; none for a linear network
   */
  public FlatNetwork(ImageSize size, List<Integer> hidden, int classes, double dropout) {
    perceptron =
        addChildBlock("perceptron", new Perceptron(size.length(), hidden, classes, dropout));
  }

  @Override
  public NDArray logits(Pass pass, NDArray pictures) {
    return perceptron.apply(pass, pictures);
  }

  @Override
  protected NDList forward(Pass pass, NDList inputs) {
    return new NDList(logits(pass, inputs.singletonOrThrow()));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    Shape rows = new Shape(inputShapes[0].get(0), inputShapes[0].size() / inputShapes[0].get(0));
    return perceptron.getOutputShapes(new Shape[] {rows});
  }
}
