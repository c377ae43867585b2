package gloss.batch;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * A batch of pairs for teacher forcing: at position t the decoder has read {@code
 * decoderInput[0..t]} and is to say {@code labels[t]}.
 *
 * @param source the source with {@code </s>} at its end, (rows, longest source + 1); never empty,
 *     even for an empty line
 * @param decoderInput {@code <s>} and the target, (rows, longest target + 1)
 * @param labels the target and {@code </s>}, of the same shape
 * @param pairs what the batch was made of, with the lines of the text
 */
public record SequenceBatch(
    PaddedBatch source, PaddedBatch decoderInput, PaddedBatch labels, SequencePairs pairs) {
  /** The batch of all the given pairs. */
  public static SequenceBatch of(SequencePairs pairs, Specials specials) {
    return new SequenceBatch(
        sources(pairs.sources(), specials),
        PaddedBatch.of(
            map(pairs.targets(), target -> startedWith(specials.bos(), target)), specials.pad()),
        PaddedBatch.of(
            map(pairs.targets(), target -> endedWith(target, specials.eos())), specials.pad()),
        pairs);
  }

  /** Sources alone, as decoding needs them: each with {@code </s>} at its end. */
  public static PaddedBatch sources(int[][] sources, Specials specials) {
    return PaddedBatch.of(
        map(sources, source -> endedWith(source, specials.eos())), specials.pad());
  }

  /** Number of pairs. */
  public int rows() {
    return pairs.size();
  }

  /** Number of labels that are no padding: what the loss is divided by. */
  public int labelCount() {
    return labels.tokenCount();
  }

  private static int[][] map(int[][] rows, UnaryOperator<int[]> change) {
    return Arrays.stream(rows).map(change).toArray(int[][]::new);
  }

  private static int[] startedWith(int id, int[] sequence) {
    int[] longer = new int[sequence.length + 1];
    longer[0] = id;
    System.arraycopy(sequence, 0, longer, 1, sequence.length);
    return longer;
  }

  private static int[] endedWith(int[] sequence, int id) {
    int[] longer = Arrays.copyOf(sequence, sequence.length + 1);
    longer[sequence.length] = id;
    return longer;
  }
}
