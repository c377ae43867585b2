package gloss.objective;

import gloss.batch.SequencePairs;
import gloss.subword.CopyVocabulary;
import gloss.subword.Subwords;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the ids mean that a network writes. */
public interface Wording {
  /** The special ids come first, as many as this. */
  int specials();

  /** How many ids may be written about some sources. */
  int size(SequencePairs pairs);

  /** The text of ids as a metric is to see it; special ids are left out. */
  String text(int[] ids);

  /** Lines of subwords. */
  static Wording of(Subwords subwords) {
    return new Wording() {
      @Override
      public int specials() {
        return subwords.vocabulary().specials().size();
      }

      @Override
      public int size(SequencePairs pairs) {
        return subwords.vocabulary().size();
      }

      @Override
      public String text(int[] ids) {
        return subwords.decode(ids).replace('\n', ' ').strip();
      }
    };
  }

  /**
   * Words, some of which are copied from the source. Those that the vocabulary lacks are not known
   * any more when a batch is trained on: each of them is shown as a word of its own, "w0", "w1" and
   * so on, which is all that a metric needs to see whether it is the right one.
   */
  static Wording of(CopyVocabulary vocabulary) {
    return new Wording() {
      @Override
      public int specials() {
        return vocabulary.specials();
      }

      @Override
      public int size(SequencePairs pairs) {
        int most = most(Arrays.stream(pairs.sources()).flatMapToInt(Arrays::stream));
        return Math.max(vocabulary.size(), most + 1);
      }

      @Override
      public String text(int[] ids) {
        int own = Math.max(0, most(Arrays.stream(ids)) + 1 - vocabulary.size());
        List<String> names = Stream.iterate(0, i -> i + 1).limit(own).map(i -> " w" + i).toList();
        return vocabulary.text(ids, new CopyVocabulary.Reading(new int[0], names));
      }

      private int most(IntStream ids) {
        return ids.max().orElse(0);
      }
    };
  }
}
