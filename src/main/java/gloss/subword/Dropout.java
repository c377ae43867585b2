package gloss.subword;

import java.util.random.RandomGenerator;

/**
 * BPE-dropout (Provilkov, Emelianenko and Voita 2020, <a
 * href="https://aclanthology.org/2020.acl-main.170/">BPE-Dropout: Simple and Effective Subword
 * Regularization</a>): in every step each possible merge is left out with a probability.
 *
 * @param probability of leaving out a merge in a step, 0 to 1
 */
record Dropout(double probability, RandomGenerator random) {
  Dropout {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("dropout must lie in 0..1, not " + probability);
    }
  }

  /** Throws the dice for one merge. */
  boolean drops() {
    return random.nextDouble() < probability;
  }
}
