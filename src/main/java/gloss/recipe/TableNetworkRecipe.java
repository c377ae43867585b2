package gloss.recipe;

import gloss.yaml.Keyed;

/** The networks that look at a row of numbers. */
@Keyed(otherwise = "perceptron")
public sealed interface TableNetworkRecipe permits LinearRecipe, PerceptronRecipe {}
