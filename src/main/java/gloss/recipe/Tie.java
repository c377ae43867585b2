package gloss.recipe;

/** Which embeddings share their weights. */
public enum Tie {
  /** Source, target and output (Press and Wolf 2017); needs a joint vocabulary. */
  ALL,
  /** Target and output. */
  OUTPUT,
  /** None. */
  NONE
}
