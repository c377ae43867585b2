package gloss.recipe;

/** Where a layer normalises. */
public enum Norm {
  /** Before each sublayer: x + f(norm(x)), and once more at the end. */
  PRE,
  /** After each sublayer: norm(x + f(x)), as in Vaswani et al. (2017). */
  POST
}
