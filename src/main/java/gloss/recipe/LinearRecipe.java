package gloss.recipe;

import gloss.yaml.Named;

/** One linear layer from what is given to what is predicted. */
@Named("linear")
public record LinearRecipe() implements ImageNetworkRecipe {}
