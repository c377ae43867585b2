package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;

/** Easy pairs first (Platanios et al. 2019); see {@code gloss.batch.Curriculum}. */
public record CurriculumRecipe(
    @Doc("epochs until all pairs are in use; 0: from the beginning") @Default("0") int epochs,
    @Doc("share of the pairs, the easiest, that the first epoch has") @Default("0.1") double start,
    @Doc("what is difficult: length (a long source) or rarity (a source of rare words)")
        @Default("length")
        Difficulty difficulty) {
  /** Fails for values out of range. */
  public CurriculumRecipe {
    Check.atLeast("epochs", epochs, 0);
    Check.share("start", start);
    Check.positive("start", start);
  }

  /** What makes a pair difficult. */
  public enum Difficulty {
    /** The number of the source's ids. */
    LENGTH,
    /** −Σ ln p over the source's ids, p their shares of the training text. */
    RARITY
  }
}
