package gloss.decode;

import ai.djl.ndarray.NDArray;
import gloss.nn.EncoderDecoder;
import gloss.nn.Pass;
import gloss.nn.SequenceNetwork;
import java.util.ArrayList;
import java.util.List;

/** The log-probabilities that networks give to outputs that are there already. */
public final class ForcedScores {
  private ForcedScores() {}

  /**
   * Targets to be scored.
   *
   * @param input ids (batch, target), each beginning with the mark of the beginning
   * @param labels the flat ids that are no padding, each target with its end mark
   * @param positions where in the flat rectangle there is no padding
   */
  public record Targets(NDArray input, NDArray labels, NDArray positions) {}

  /**
   * The log-probability of each label, in the order of {@code positions}; of several networks the
   * mean probability counts, as in {@link NetworkTokens}.
   */
  public static float[] of(
      List<? extends SequenceNetwork> networks,
      Pass pass,
      NDArray source,
      NDArray mask,
      Targets targets) {
    List<NDArray> logits = new ArrayList<>();
    for (SequenceNetwork network : networks) {
      EncoderDecoder.Memory memory = network.encode(pass, source, mask);
      logits.add(network.logits(pass, memory, targets.input, targets.positions));
    }
    NDArray mixed = logits.size() == 1 ? logits.get(0) : DecodeKernels.mixture(logits);
    return DecodeKernels.forced(mixed, targets.labels).toFloatArray();
  }
}
