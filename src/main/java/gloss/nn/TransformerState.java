package gloss.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A Transformer decoder's key-value cache: for each layer the keys and values of the source and of
 * the words written so far.
 */
final class TransformerState implements DecoderState {
  private final NDManager manager;
  private final List<NDArray> sourceKeys;
  private final List<NDArray> writtenKeys = new ArrayList<>();
  private NDArray mask;
  private long[] sources;
  private int length;

  /** The arrays given are taken over: they live as long as the state. */
  TransformerState(NDManager manager, List<NDArray> sourceKeys, NDArray mask) {
    this.manager = manager;
    this.sourceKeys = new ArrayList<>(sourceKeys);
    this.mask = mask;
    sources = LongStream.range(0, mask.getShape().get(0)).toArray();
  }

  NDArray sourceKeys(int layer) {
    return sourceKeys.get(layer);
  }

  NDArray mask() {
    return mask;
  }

  /** How many words have been written. */
  int length() {
    return length;
  }

  /** All layers have taken in one more word. */
  void advance() {
    length++;
  }

  /** Adds a step's keys and values (rows, 1, 2 · size) and gives all so far. */
  NDArray remember(int layer, NDArray keyValue) {
    if (writtenKeys.size() == layer) {
      keyValue.attach(manager);
      writtenKeys.add(keyValue);
    } else {
      NDArray old = writtenKeys.get(layer);
      writtenKeys.set(layer, Kernels.concatenate(old, keyValue));
      old.close();
    }
    return writtenKeys.get(layer);
  }

  /** Hypotheses of one source share what was made of it, which need not be moved among them. */
  @Override
  public void select(NDArray rows) {
    writtenKeys.replaceAll(array -> select(array, rows));
    long[] before = sources;
    sources = Arrays.stream(rows.toLongArray()).map(row -> before[(int) row]).toArray();
    if (!Arrays.equals(sources, before)) {
      sourceKeys.replaceAll(array -> select(array, rows));
      mask = select(mask, rows);
    }
  }

  private static NDArray select(NDArray array, NDArray rows) {
    NDArray selected = Kernels.select(array, rows);
    array.close();
    return selected;
  }

  @Override
  public void close() {
    manager.close();
  }
}
