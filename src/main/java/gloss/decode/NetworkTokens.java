package gloss.decode;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import gloss.nn.DecoderState;
import gloss.nn.EncoderDecoder;
import gloss.nn.Kernels;
import gloss.nn.Pass;

/** An encoder–decoder's continuations of a batch of sources. */
public final class NetworkTokens implements NextTokens {
  private final EncoderDecoder network;
  private final Pass pass;
  private final NDManager manager;
  private final DecoderState state;
  private final int vocabulary;

  /**
   * Reads the sources.
   *
   * @param parent whose sub-manager holds the arrays until {@link #close}
   * @param source ids (batch, source)
   * @param mask boolean (batch, 1, 1, source), false on padding
   * @param vocabulary how many tokens may follow
   */
  public NetworkTokens(
      EncoderDecoder network,
      Pass pass,
      NDManager parent,
      NDArray source,
      NDArray mask,
      int vocabulary) {
    this.network = network;
    this.pass = pass;
    this.vocabulary = vocabulary;
    manager = parent.newSubManager();
    try (NDManager scope = manager.newSubManager()) {
      source.attach(scope);
      mask.attach(scope);
      state = network.start(pass, manager, network.encode(pass, source, mask));
    }
  }

  @Override
  public Top next(int[] newest, int count) {
    int shown = Math.min(count, vocabulary);
    try (NDManager scope = manager.newSubManager()) {
      NDArray tokens = scope.create(toLongs(newest), new Shape(newest.length, 1));
      NDList top = Kernels.logSoftmaxTop(network.step(pass, state, tokens), shown);
      return new Top(shown, toInts(top.get(1).toLongArray()), top.get(0).toFloatArray());
    }
  }

  @Override
  public void select(int[] rows) {
    try (NDManager scope = manager.newSubManager()) {
      state.select(scope.create(toLongs(rows)));
    }
  }

  @Override
  public void close() {
    state.close();
    manager.close();
  }

  private static long[] toLongs(int[] values) {
    long[] longs = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      longs[i] = values[i];
    }
    return longs;
  }

  private static int[] toInts(long[] values) {
    int[] ints = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      ints[i] = Math.toIntExact(values[i]);
    }
    return ints;
  }
}
