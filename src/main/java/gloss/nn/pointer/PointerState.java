package gloss.nn.pointer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import gloss.nn.DecoderState;
import gloss.nn.Kernels;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What a pointer network remembers: the state of the network below, the source, and how much of it
 * the pointers have covered.
 */
final class PointerState implements DecoderState {
  private final NDManager manager;
  private final DecoderState base;
  private final int extended;
  private Source source;
  private NDArray covered;
  private long[] sources;
  private boolean watching;
  private @Nullable NDArray attention;

  /**
   * What is pointed to.
   *
   * @param vectors (rows, source, size)
   * @param keys (rows, source, size)
   * @param mask boolean (rows, 1, 1, source)
   * @param ids extended, (rows, source)
   */
  record Source(NDArray vectors, NDArray keys, NDArray mask, NDArray ids) {
    Source map(UnaryOperator<NDArray> change) {
      return new Source(
          change.apply(vectors), change.apply(keys), change.apply(mask), change.apply(ids));
    }
  }

  /**
   * Nothing is covered yet.
   *
   * @param manager is closed with the state
   * @param base makes the state of the network below, in a manager
   * @param extended how many ids there are with those of the sources
   */
  PointerState(
      NDManager manager, Function<NDManager, DecoderState> base, Source source, int extended) {
    this.manager = manager;
    this.base = base.apply(manager);
    this.extended = extended;
    this.source =
        source.map(
            array -> {
              NDArray copy = array.duplicate();
              copy.attach(manager);
              return copy;
            });
    covered = manager.zeros(source.ids().getShape());
    sources = LongStream.range(0, source.ids().getShape().get(0)).toArray();
  }

  DecoderState base() {
    return base;
  }

  Source source() {
    return source;
  }

  NDArray covered() {
    return covered;
  }

  int extended() {
    return extended;
  }

  /** Takes over what a step gave: the coverage after it, and ln a (rows, source). */
  void advance(NDArray nowCovered, NDArray logs) {
    if (nowCovered != covered) {
      nowCovered.attach(manager);
      covered.close();
      covered = nowCovered;
    }
    if (watching) {
      attention().ifPresent(NDArray::close);
      attention = logs.exp();
      attention.attach(manager);
    }
  }

  @Override
  public void watchAttention() {
    watching = true;
  }

  /** The pointers of the last step. */
  @Override
  public Optional<NDArray> attention() {
    return Optional.ofNullable(attention);
  }

  /** Hypotheses of one source share what was made of it, which need not be moved among them. */
  @Override
  public void select(NDArray rows) {
    base.select(rows);
    covered = select(covered, rows);
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
    base.close();
    manager.close();
  }
}
