package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;

/** What is said against saying things twice, or not at all. */
public record RepetitionRecipe(
    @Doc("no n tokens in a row come twice in an output; 0: they may") @Default("0")
        int noRepeatNgram,
    @Doc("log p of a token that was written before is multiplied by this; 1: no penalty")
        @Default("1.0")
        double penalty,
    @Doc("b in score + b · Σ log(min(attention to a source token, 1)); 0: no penalty")
        @Default("0.0")
        double coverage) {
  /** Fails for values out of range. */
  public RepetitionRecipe {
    Check.atLeast("no-repeat-ngram", noRepeatNgram, 0);
    Check.that(
        penalty >= 1 && Double.isFinite(penalty), "penalty", "must be at least 1, is " + penalty);
    Check.notNegative("coverage", coverage);
  }
}
