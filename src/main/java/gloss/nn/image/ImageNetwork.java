package gloss.nn.image;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import gloss.nn.Pass;

/** A network that gives each picture a score for every class. */
public interface ImageNetwork extends Block {
  /** Draws the first weights; they belong to {@code manager}. */
  void initialize(NDManager manager);

  /**
   * Scores before the softmax.
   *
   * @param pictures (batch, channels, height, width)
   * @return (batch, classes)
   */
  NDArray logits(Pass pass, NDArray pictures);
}
