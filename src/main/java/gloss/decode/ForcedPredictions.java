package gloss.decode;

import ai.djl.ndarray.NDArray;
import gloss.nn.EncoderDecoder;
import gloss.nn.Pass;
import gloss.nn.SequenceNetwork;
import java.util.Arrays;

/**
 * What a network says at each place of an output that is there already, having read the true tokens
 * before it.
 *
 * @param logProbabilities of the true tokens, natural logarithm
 * @param best the likeliest token of each place
 * @param bestLogProbabilities its log-probability
 */
public record ForcedPredictions(
    float[] logProbabilities, int[] best, float[] bestLogProbabilities) {
  /** For each label, in the order of the positions. */
  public static ForcedPredictions of(
      SequenceNetwork network,
      Pass pass,
      NDArray source,
      NDArray mask,
      ForcedScores.Targets targets) {
    EncoderDecoder.Memory memory = network.encode(pass, source, mask);
    return of(network.logits(pass, memory, targets.input(), targets.positions()), targets.labels());
  }

  /**
   * The same from a network's logits.
   *
   * @param logits (n, vocabulary)
   * @param labels (n)
   */
  public static ForcedPredictions of(NDArray logits, NDArray labels) {
    NDArray all = logits.logSoftmax(-1);
    return new ForcedPredictions(
        DecodeKernels.forced(logits, labels).toFloatArray(),
        Arrays.stream(all.argMax(-1).toLongArray()).mapToInt(Math::toIntExact).toArray(),
        all.max(new int[] {-1}).toFloatArray());
  }
}
