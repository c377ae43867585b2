package gloss.objective;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import gloss.batch.SequenceBatch;
import gloss.loss.CrossEntropy;
import gloss.loss.Loss;
import gloss.loss.LossSum;
import gloss.nn.BatchArrays;
import gloss.nn.EncoderDecoder;
import gloss.nn.Pass;
import gloss.nn.SequenceNetwork;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Teacher forcing: each token of the target is predicted from the source and the tokens before it.
 *
 * @param loss of the tokens
 * @param weights what lines count; if not the same, the loss is {@link CrossEntropy}
 */
public record TokenObjective(SequenceNetwork network, Loss loss, LineWeights weights)
    implements TeacherForcing {
  /** Checks that the loss can have weights. */
  public TokenObjective {
    if (!weights.even() && !(loss instanceof CrossEntropy)) {
      throw new IllegalArgumentException("lines with weights need cross-entropy, not " + loss);
    }
  }

  /** All lines count the same. */
  public TokenObjective(SequenceNetwork network, Loss loss) {
    this(network, loss, LineWeights.EVEN);
  }

  @Override
  public LossSum of(Pass pass, NDManager manager, SequenceBatch batch) {
    if (!(network instanceof EncoderDecoder layered)) {
      return tell(pass, manager, batch).loss();
    }
    NDArray states =
        layered.states(
            pass,
            Encoded.sources(network, pass, manager, batch),
            BatchArrays.ids(manager, batch.decoderInput()),
            BatchArrays.positions(manager, batch.labels()));
    NDArray labels = BatchArrays.flat(manager, batch.labels());
    return weighted() instanceof CrossEntropy entropy
        ? entropy.of(pass, states, layered.output(pass), labels, counts(manager, batch))
        : loss.at(pass.step()).of(pass, states, layered.output(pass), labels);
  }

  @Override
  public Told tell(Pass pass, NDManager manager, SequenceBatch batch) {
    NDArray logits =
        network.logits(
            pass,
            Encoded.sources(network, pass, manager, batch),
            BatchArrays.ids(manager, batch.decoderInput()),
            BatchArrays.positions(manager, batch.labels()));
    NDArray labels = BatchArrays.flat(manager, batch.labels());
    LossSum sum =
        weighted() instanceof CrossEntropy entropy
            ? entropy.of(logits, labels, counts(manager, batch))
            : loss.at(pass.step()).of(logits, labels);
    return new Told(sum, logits);
  }

  /** The loss, if lines have weights. */
  private @Nullable Loss weighted() {
    return weights.even() ? null : loss;
  }

  private NDArray counts(NDManager manager, SequenceBatch batch) {
    return manager.create(weights.ofTokens(batch));
  }

  @Override
  public Map<String, NDArray> parameters() {
    return loss.parameters();
  }
}
