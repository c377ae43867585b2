package gloss.recipe;

import gloss.yaml.Check;
import gloss.yaml.Default;
import gloss.yaml.Doc;
import gloss.yaml.Keyed;
import gloss.yaml.Named;

/** How texts that words are copied from become ids; one vocabulary for texts and summaries. */
@Keyed(otherwise = "words")
public sealed interface VocabularyRecipe {
  /** The most ids that it can have. */
  int most();

  /** The most frequent words; any other word of a text can be copied as a whole. */
  @Named("words")
  record Words(
      @Doc("most words, the most frequent ones") @Default("10000") int size,
      @Doc("rarer words are left out") @Default("2") int least,
      @Doc("whether figures may be among them; if not they can only be copied") @Default("false")
          boolean figures,
      @Doc("whether all letters become small ones") @Default("false") boolean lowercase)
      implements VocabularyRecipe {
    /** Fails for values out of range. */
    public Words {
      Check.atLeast("size", size, 1);
      Check.atLeast("least", least, 1);
    }

    @Override
    public int most() {
      return size;
    }
  }

  /** Byte pair encoding (Sennrich et al. 2016): rare words are copied piece by piece. */
  @Named("subwords")
  record Pieces(@Doc("number of merges learned") @Default("5000") int merges)
      implements VocabularyRecipe {
    private static final int BYTES = 256;

    /** Fails for values out of range. */
    public Pieces {
      Check.atLeast("merges", merges, 0);
    }

    @Override
    public int most() {
      return BYTES + merges;
    }
  }
}
