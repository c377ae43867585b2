package gloss.corpus.image;

/** How a picture of another shape gets into the size that is wanted. */
public enum Fit {
  /** Scaled until it covers the size; what sticks out on two sides is cut off. */
  CROP,
  /** Scaled until it is inside the size; the rest is backdrop. */
  PAD,
  /** Scaled in both directions by themselves. */
  STRETCH
}
