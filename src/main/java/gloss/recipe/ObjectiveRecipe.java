package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;

/** What training of sequences minimises beside or instead of the loss of the tokens. */
public record ObjectiveRecipe(
    @Doc("a metric of whole outputs to train on, such as {metric: bleu}") @Default("{type: none}")
        RiskRecipe risk,
    @Doc("weight of unlikelihood (Welleck et al. 2020), such as 1, against repeated words; 0: none")
        @Default("0.0")
        double unlikelihood,
    @Doc("how often the network reads its own words in training") @Default("{}")
        ScheduledSamplingRecipe scheduledSampling) {
  /** Fails for values out of range. */
  public ObjectiveRecipe {
    Check.notNegative("unlikelihood", unlikelihood);
  }

  /** Whether the loss of the tokens is more than that. */
  boolean changesTokens() {
    return unlikelihood > 0 || scheduledSampling.share() > 0;
  }
}
