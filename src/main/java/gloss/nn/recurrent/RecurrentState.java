package gloss.nn.recurrent;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import gloss.nn.DecoderState;
import gloss.nn.Kernels;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** What a recurrent decoder remembers: the source, and the state after the newest word. */
final class RecurrentState implements DecoderState {
  private final NDManager manager;
  private Source source;
  private List<NDArray> state;
  private long[] sources;
  private boolean watching;
  private @Nullable NDArray attention;

  /** Arrays are copied, or taken over with {@link #advance}: they live as long as the state. */
  RecurrentState(NDManager manager, Source source, List<NDArray> state) {
    this.manager = manager;
    this.source = source.map(this::copy);
    this.state = state.stream().map(this::copy).toList();
    sources = LongStream.range(0, source.mask().getShape().get(0)).toArray();
  }

  private NDArray copy(NDArray array) {
    NDArray copy = array.duplicate();
    copy.attach(manager);
    return copy;
  }

  Source source() {
    return source;
  }

  List<NDArray> state() {
    return state;
  }

  /** Takes over what one more word gave. */
  void advance(RecurrentDecoder.Steps step) {
    state.forEach(NDArray::close);
    state = step.state();
    state.forEach(array -> array.attach(manager));
    if (watching) {
      attention().ifPresent(NDArray::close);
      attention = step.weights().squeeze(1);
      attention.attach(manager);
    }
  }

  @Override
  public void watchAttention() {
    watching = true;
  }

  @Override
  public Optional<NDArray> attention() {
    return Optional.ofNullable(attention);
  }

  /** Hypotheses of one source share what was made of it, which need not be moved among them. */
  @Override
  public void select(NDArray rows) {
    state = state.stream().map(array -> select(array, rows)).toList();
    long[] before = sources;
    sources = Arrays.stream(rows.toLongArray()).map(row -> before[(int) row]).toArray();
    if (!Arrays.equals(sources, before)) {
      source = source.map(array -> select(array, rows));
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
