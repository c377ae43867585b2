package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;

/** Byte pair encoding (Sennrich et al. 2016), learned from the training text. */
public record SubwordRecipe(
    @Doc("number of merges learned") @Default("2000") int merges,
    @Doc("one vocabulary for both sides") @Default("true") boolean joint,
    @Doc("share of merges left out in training (BPE-dropout)") @Default("0.0") double dropout,
    @Doc("share of the source's subwords that are unknown in training") @Default("0.0")
        double wordDropout,
    @Doc("share of the source's subwords that change places with the next one in training")
        @Default("0.0")
        double wordSwap) {
  /** Fails for values out of range. */
  public SubwordRecipe {
    Check.atLeast("merges", merges, 0);
    Check.share("dropout", dropout);
    Check.share("word-dropout", wordDropout);
    Check.share("word-swap", wordSwap);
  }
}
