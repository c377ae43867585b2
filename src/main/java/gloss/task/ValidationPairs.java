package gloss.task;

import gloss.batch.SequencePairs;
import gloss.corpus.ParallelText;
import gloss.text.InputException;
import java.util.stream.IntStream;

/**
 * What a model is validated on, all in memory.
 *
 * @param text every pair, to be translated and scored
 * @param fitting those that the loss is measured on: the network may be too small for longer ones
 */
record ValidationPairs(ParallelText text, SequencePairs fitting) {
  /** The pairs of a text; it is an {@link InputException} if the loss can be measured on none. */
  static ValidationPairs of(ParallelText text, PairEncoder encoder) {
    SequencePairs pairs = encoder.encode(text);
    int[] kept =
        IntStream.range(0, pairs.size())
            .filter(i -> pairs.sources()[i].length <= encoder.maxLength())
            .filter(i -> pairs.targets()[i].length <= encoder.maxLength())
            .toArray();
    if (kept.length == 0) {
      throw new InputException(
          "nothing to validate on: all pairs are longer than batch.max-length, "
              + encoder.maxLength());
    }
    return new ValidationPairs(text, pairs.select(kept));
  }

  /** Their number in words: {@code 500 (2 too long for the loss)}. */
  @Override
  public String toString() {
    int longer = text.size() - fitting.size();
    return text.size() + (longer == 0 ? "" : " (" + longer + " too long for the loss)");
  }
}
