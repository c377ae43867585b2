package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;

/** How much of a text is read, and how many texts a network sees at a time. */
public record ExtractBatchRecipe(
    @Doc("texts that a network sees at a time") @Default("16") int size,
    @Doc("so many sentences of a text are read; those after them are not, and not chosen")
        @Default("60")
        int sentences,
    @Doc("so many words of a sentence are read") @Default("50") int words) {
  /** Fails for values out of range. */
  public ExtractBatchRecipe {
    Check.atLeast("size", size, 1);
    Check.atLeast("sentences", sentences, 1);
    Check.atLeast("words", words, 1);
  }
}
