package gloss.recipe;

/**
 * What training makes small. A task names the family that fits what its network predicts, so a loss
 * of another family is refused when the recipe is read.
 */
public sealed interface LossRecipe permits ClassLossRecipe, NumberLossRecipe {}
