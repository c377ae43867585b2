package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;

/** What comes out of a search. */
public record OutputRecipe(
    @Doc("outputs of each source, best first") @Default("1") int nBest,
    @Doc(
            "never: the unknown word is not written; copy: the source word that is looked at stands for it")
        @Default("never")
        Unknown unknown,
    @Doc(
            "a line longer than batch.max-length is cut at sentences, at words where these are too long; or at words")
        @Default("sentences")
        LongLines longLines,
    @Doc("whether it is told which words go together") @Default("false") boolean alignments) {
  /** What becomes of the unknown word. */
  public enum Unknown {
    /** It is not written. */
    NEVER,
    /** The source word with the most attention takes its place (Jean et al. 2015). */
    COPY
  }

  /** Where a line is cut that is longer than those the network was trained on. */
  public enum LongLines {
    /** At the ends of sentences; one that is too long itself, at words. */
    SENTENCES,
    /** At words, into parts as long as may be. */
    WORDS
  }

  /** Fails for values out of range. */
  public OutputRecipe {
    Check.atLeast("n-best", nBest, 1);
  }

  /** The same with another number of outputs. */
  public OutputRecipe withNBest(int count) {
    return new OutputRecipe(count, unknown, longLines, alignments);
  }
}
