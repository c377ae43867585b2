package gloss.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A Transformer decoder's key-value cache: for each layer the keys and values of the source (batch,
 * heads, source, 2 · depth) and of the words written so far (batch, heads, places, 2 · depth);
 * whose words these are is in the {@link DecoderCache}.
 */
final class TransformerState implements DecoderState {
  private static final int FIRST_ROOM = 32;

  private final NDManager manager;
  private final Steps steps;
  private final List<NDArray> sourceKeys;
  private final List<NDArray> written = new ArrayList<>();
  private final NDArray nothing;
  private final DecoderCache places;
  private final boolean padded;
  private NDArray mask;
  private NDArray positions;
  private int positionsKnown;
  private int room;
  private int length;
  private boolean watching;
  private @Nullable NDArray attention;

  /**
   * What the network gives to each step.
   *
   * @param weights see {@link DecoderWeights}
   * @param pre whether layers are normalised before each sublayer
   * @param positions makes the vectors of so many positions, in a manager
   */
  record Steps(
      KernelLibrary.Kept weights, boolean pre, BiFunction<NDManager, Integer, NDArray> positions) {}

  /** The arrays given are taken over: they live as long as the state. */
  TransformerState(NDManager manager, Steps steps, List<NDArray> sourceKeys, NDArray mask) {
    this.manager = manager;
    this.steps = steps;
    this.sourceKeys = new ArrayList<>(sourceKeys);
    this.mask = mask;
    nothing = manager.create(new Shape(0));
    places = new DecoderCache(Math.toIntExact(mask.getShape().get(0)));
    padded = !mask.all().getBoolean();
    room = FIRST_ROOM;
    positionsKnown = FIRST_ROOM;
    positions = steps.positions.apply(manager, positionsKnown);
    for (NDArray keys : sourceKeys) {
      Shape shape = keys.getShape();
      written.add(manager.create(new Shape(shape.get(0), shape.get(1), room, shape.get(3))));
    }
  }

  /**
   * One more word of each row.
   *
   * @param watchedLayer whose attention is kept, if it is watched
   * @param logits whether the output layer is wanted, or the states that go into it
   * @return logits or states, which belong to the tokens' manager
   */
  NDArray step(NDArray tokens, int watchedLayer, boolean logits) {
    places.advance();
    makeRoom();
    NDManager scope = tokens.getManager();
    NDArray past =
        places.isAllSeen()
            ? nothing
            : scope.create(
                places.mask(), new Shape(places.batch(), 1, places.width(), places.slots()));
    List<NDArray> grid =
        places.isInPlace()
            ? List.of()
            : List.of(scope.create(places.grid()), scope.create(places.places()));
    DecoderKernels.Memory memory =
        new DecoderKernels.Memory(
            positions,
            steps.weights,
            written,
            sourceKeys,
            List.of(past, padded ? mask : nothing),
            grid);
    DecoderKernels.Wanted wanted = new DecoderKernels.Wanted(watching ? watchedLayer : -1, logits);
    NDList results = DecoderKernels.step(tokens, memory, length, places.slots(), steps.pre, wanted);
    length++;
    if (watching) {
      keepAttention(results.get(1));
    }
    return results.get(0);
  }

  private void makeRoom() {
    if (places.slots() > room) {
      room = 2 * places.slots();
      written.replaceAll(cache -> replaced(cache, DecoderKernels.grown(cache, room)));
    }
    if (length == positionsKnown) {
      positionsKnown *= 2;
      positions = steps.positions.apply(manager, positionsKnown);
    }
  }

  private void keepAttention(NDArray newest) {
    if (attention != null) {
      attention.close();
    }
    newest.attach(manager);
    attention = newest;
  }

  @Override
  public void watchAttention() {
    watching = true;
  }

  @Override
  public Optional<NDArray> attention() {
    return Optional.ofNullable(attention);
  }

  @Override
  public void select(NDArray rows) {
    long[] chosen = rows.toLongArray();
    int[] indices = new int[chosen.length];
    for (int i = 0; i < indices.length; i++) {
      indices[i] = Math.toIntExact(chosen[i]);
    }
    int before = places.batch();
    int[] left = places.select(indices);
    try (NDManager scope = manager.newSubManager()) {
      if (left.length < before) {
        long[] kept = new long[left.length];
        for (int i = 0; i < kept.length; i++) {
          kept[i] = left[i];
        }
        NDArray sources = scope.create(kept);
        written.replaceAll(cache -> replaced(cache, Kernels.select(cache, sources)));
        sourceKeys.replaceAll(keys -> replaced(keys, Kernels.select(keys, sources)));
        mask = replaced(mask, Kernels.select(mask, sources));
      }
      pack(scope);
    }
  }

  private void pack(NDManager scope) {
    long[] kept = places.pack();
    if (kept.length > 0) {
      int slots = places.slots();
      room = 2 * slots + FIRST_ROOM;
      NDArray stay = scope.create(kept, new Shape(places.batch(), slots));
      written.replaceAll(
          cache -> replaced(cache, DecoderKernels.packed(cache, stay, room - slots)));
    }
  }

  private static NDArray replaced(NDArray old, NDArray other) {
    old.close();
    return other;
  }

  @Override
  public void close() {
    manager.close();
  }
}
