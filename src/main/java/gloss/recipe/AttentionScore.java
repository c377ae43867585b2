package gloss.recipe;

/** How a recurrent decoder compares its state with what the encoder read. */
public enum AttentionScore {
  /** Their inner product (Luong et al. 2015). */
  DOT,
  /** Their inner product after a matrix is learned between them (Luong et al. 2015). */
  GENERAL,
  /** A small network of both (Bahdanau et al. 2015); slower, and larger in memory. */
  ADDITIVE
}
