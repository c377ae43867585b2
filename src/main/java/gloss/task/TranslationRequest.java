package gloss.task;

import gloss.recipe.WordsRecipe;

/**
 * A line to be translated.
 *
 * @param text the line
 * @param words what is wanted of its translation
 */
public record TranslationRequest(String text, WordsRecipe words) {}
