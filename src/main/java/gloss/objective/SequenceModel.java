package gloss.objective;

import gloss.batch.Specials;
import gloss.decode.Marks;
import gloss.nn.SequenceNetwork;
import gloss.recipe.DecodingRecipe;
import gloss.subword.Vocabulary;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A network that writes sequences, and what its ids mean.
 *
 * @param words what it writes
 * @param decoding how long an output may be
 * @param longest output that the network can write
 */
public record SequenceModel(
    SequenceNetwork network, Wording words, DecodingRecipe decoding, int longest) {
  /** The ids that mean no word. */
  public static final Specials SPECIALS =
      new Specials(Vocabulary.PAD, Vocabulary.UNK, Vocabulary.BOS, Vocabulary.EOS);

  /** What is written never has a special token but the end mark. */
  Marks marks() {
    List<Integer> never =
        IntStream.range(0, words.specials()).filter(id -> id != Vocabulary.EOS).boxed().toList();
    return new Marks(Vocabulary.BOS, Vocabulary.EOS, never);
  }

  /** The longest output of a source of so many subwords. */
  int most(int sourceLength) {
    return Math.min(longest, decoding.length().most(sourceLength));
  }

  /** The shortest. */
  int least(int sourceLength) {
    return decoding.length().least(sourceLength);
  }
}
