package gloss.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import gloss.loss.LossSum;
import gloss.nn.Pass;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What is to be learned: joins data, network, loss and metrics. Only the task knows what its
 * batches mean.
 *
 * @param <B> a batch
 */
public interface Task<B> {
  /** The unit of a task whose loss is that of a token, in nats. */
  String TOKENS = "tokens";

  /** The network, with its weights. */
  Block network();

  /**
   * The batches of one pass over the training data, in an order that depends on the arguments
   * alone.
   *
   * @param epoch from 1
   * @param skip how many batches to leave out at the beginning: those done before a resume
   */
  Iterator<B> batches(int epoch, int skip);

  /** What part of one pass over the training data a batch is, in (0, 1]. */
  double share(B batch);

  /**
   * What the loss itself learns, by name, if anything: it is trained together with the network's
   * weights and belongs to the training state.
   */
  default Map<String, NDArray> lossParameters() {
    return Map.of();
  }

  /**
   * What the items are called that a loss counts: such as {@code rows}. For {@link #TOKENS} the
   * perplexity is told beside the loss.
   */
  default String unit() {
    return "items";
  }

  /** The forward pass of a training batch; arrays belong to {@code manager}. */
  LossSum loss(Pass pass, NDManager manager, B batch);

  /**
   * The same items in two smaller batches, for want of memory; a batch of one item stays alone.
   * What {@link #loss} gives for the halves adds up to what it gives for the whole.
   */
  default List<B> split(B batch) {
    return List.of(batch);
  }

  /** Where a batch comes from, for messages: such as {@code lines 17, 402, …}. */
  String describe(B batch);

  /**
   * Measures the network as it is now on data that it is not trained on.
   *
   * @param mayStop to be called now and then, several times a second: throws a {@link
   *     java.util.concurrent.CancellationException} when the validation is to be abandoned
   */
  Validation validate(Runnable mayStop);
}
