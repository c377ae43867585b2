/**
 * A recipe is the whole experiment: one YAML file becomes one immutable tree of validated records,
 * and each part of the house receives only its own record.
 *
 * <p>{@link gloss.recipe.Recipe} is the root and the index of the tasks. What every task needs is
 * in {@link gloss.recipe.TrainingRecipe}; what only one needs is in its own recipe, such as {@link
 * gloss.recipe.TranslationRecipe}. Families with several members ({@link
 * gloss.recipe.NetworkRecipe}, {@link gloss.recipe.LossRecipe}, {@link
 * gloss.recipe.OptimizerRecipe}, {@link gloss.recipe.ScheduleRecipe}) are sealed interfaces: a new
 * member is one more record there.
 */
@NullMarked
package gloss.recipe;

import org.jspecify.annotations.NullMarked;
