package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;

/** What of the best sentences makes a summary. */
public record ExtractRecipe(
    @Doc("words that a summary is to have, or nearly so many") @Default("100") int words,
    @Doc(
            "no sentence that has so many words in a row in common with a better one; 0: any"
                + " sentence")
        @Default("3")
        int noRepeatNgram) {
  /** Fails for values out of range. */
  public ExtractRecipe {
    Check.atLeast("words", words, 1);
    Check.atLeast("no-repeat-ngram", noRepeatNgram, 0);
  }
}
