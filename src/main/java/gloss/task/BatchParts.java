package gloss.task;

import gloss.batch.SequenceBatch;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Batches of pairs in words, and in halves. */
final class BatchParts {
  private static final int LINES_NAMED = 10;

  private BatchParts() {}

  /** Where the pairs of a batch come from. */
  static String describe(SequenceBatch batch) {
    int[] lines = batch.pairs().lines();
    String named =
        Arrays.stream(lines)
            .limit(LINES_NAMED)
            .mapToObj(Integer::toString)
            .collect(Collectors.joining(", "));
    return "lines " + named + (lines.length > LINES_NAMED ? ", …" : "") + " of the training text";
  }

  /** The same pairs in two batches; one pair stays alone. */
  static List<SequenceBatch> halves(SequenceBatch batch) {
    int half = batch.rows() / 2;
    return half == 0
        ? List.of(batch)
        : List.of(part(batch, 0, half), part(batch, half, batch.rows()));
  }

  private static SequenceBatch part(SequenceBatch batch, int from, int to) {
    return SequenceBatch.of(
        batch.pairs().select(IntStream.range(from, to).toArray()), TokenizerPair.SPECIALS);
  }
}
