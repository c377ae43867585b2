package gloss.recipe;

import gloss.yaml.Default;
import gloss.yaml.Doc;

/** What training of sequences minimises beside or instead of the loss of the tokens. */
public record ObjectiveRecipe(
    @Doc("a metric of whole outputs to train on, such as {metric: bleu}") @Default("{type: none}")
        RiskRecipe risk) {}
