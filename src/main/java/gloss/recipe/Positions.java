package gloss.recipe;

/** How a Transformer knows the order of its input. */
public enum Positions {
  /** Fixed sines and cosines (Vaswani et al. 2017); any length. */
  SINUSOIDAL,
  /** A learned vector for each position, up to the greatest length of the batches. */
  LEARNED
}
