package gloss.explain;

import java.io.IOException;

/** A model whose loss can be looked at. */
public interface Explainable {
  /**
   * What the model makes of a split of its data.
   *
   * @throws gloss.text.InputException if there is no such split, or nothing of it can be measured
   */
  Explanation explain(String split) throws IOException;
}
