package gloss.train;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import gloss.decode.BeamSearch;
import gloss.decode.LengthPenalty;
import gloss.decode.NetworkTokens;
import gloss.decode.SearchOptions;
import gloss.loss.CrossEntropy;
import gloss.loss.LossSum;
import gloss.nn.EncoderDecoder;
import gloss.nn.Pass;
import gloss.nn.Transformer;
import gloss.recipe.TransformerRecipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Writing a sequence of digits backwards: easy to score, impossible without attention. */
final class ReverseTask implements Task<List<int[]>>, AutoCloseable {
  private static final int PAD = 0;
  private static final int BEGIN = 2;
  private static final int END = 3;
  private static final int FIRST = 4;
  private static final int SYMBOLS = 12;
  private static final int MAX_LENGTH = 10;
  private static final int BATCH = 64;

  private final NDManager manager = NDManager.newBaseManager();
  private final Transformer network;
  private final long seed;
  private final int batchesInEpoch;

  ReverseTask(TransformerRecipe recipe, long seed, int batchesInEpoch) {
    this.seed = seed;
    this.batchesInEpoch = batchesInEpoch;
    network = new Transformer(recipe, FIRST + SYMBOLS, FIRST + SYMBOLS, MAX_LENGTH + 2);
    ai.djl.engine.Engine.getInstance().setRandomSeed((int) seed);
    network.initialize(manager);
  }

  NDManager manager() {
    return manager;
  }

  @Override
  public Block network() {
    return network;
  }

  @Override
  public Iterator<List<int[]>> batches(int epoch, int skip) {
    List<List<int[]>> batches = new ArrayList<>();
    for (int i = skip; i < batchesInEpoch; i++) {
      batches.add(sequences(new Random(seed * 31 + epoch * 1_000L + i), BATCH));
    }
    return batches.iterator();
  }

  static List<int[]> sequences(Random random, int count) {
    List<int[]> sequences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sequences.add(random.ints(1 + random.nextInt(MAX_LENGTH), FIRST, FIRST + SYMBOLS).toArray());
    }
    return sequences;
  }

  static int[] reversed(int[] sequence) {
    int[] reversed = new int[sequence.length];
    for (int i = 0; i < sequence.length; i++) {
      reversed[i] = sequence[sequence.length - 1 - i];
    }
    return reversed;
  }

  @Override
  public double share(List<int[]> batch) {
    return batch.size() / (double) (BATCH * batchesInEpoch);
  }

  @Override
  public LossSum loss(Pass pass, NDManager scope, List<int[]> batch) {
    EncoderDecoder.Memory memory = network.encode(pass, ids(scope, batch), mask(scope, batch));
    List<int[]> inputs = new ArrayList<>();
    List<Long> positions = new ArrayList<>();
    List<Long> labels = new ArrayList<>();
    int columns = columns(batch) + 1;
    for (int[] sequence : batch) {
      int[] target = reversed(sequence);
      int[] input = new int[target.length + 1];
      input[0] = BEGIN;
      System.arraycopy(target, 0, input, 1, target.length);
      for (int i = 0; i <= target.length; i++) {
        positions.add((long) inputs.size() * columns + i);
        labels.add((long) (i < target.length ? target[i] : END));
      }
      inputs.add(input);
    }
    NDArray logits =
        network.logits(pass, memory, ids(scope, inputs), scope.create(longs(positions)));
    return new CrossEntropy(0).of(logits, scope.create(longs(labels)));
  }

  private static long[] longs(List<Long> values) {
    return values.stream().mapToLong(Long::longValue).toArray();
  }

  private static int columns(List<int[]> batch) {
    return batch.stream().mapToInt(s -> s.length).max().orElse(0);
  }

  private static NDArray ids(NDManager scope, List<int[]> batch) {
    int columns = columns(batch);
    long[] ids = new long[batch.size() * columns];
    for (int row = 0; row < batch.size(); row++) {
      for (int i = 0; i < batch.get(row).length; i++) {
        ids[row * columns + i] = batch.get(row)[i];
      }
    }
    return scope.create(ids, new Shape(batch.size(), columns));
  }

  private static NDArray mask(NDManager scope, List<int[]> batch) {
    int columns = columns(batch);
    boolean[] mask = new boolean[batch.size() * columns];
    for (int row = 0; row < batch.size(); row++) {
      Arrays.fill(mask, row * columns, row * columns + batch.get(row).length, true);
    }
    return scope.create(mask, new Shape(batch.size(), 1, 1, columns));
  }

  @Override
  public List<List<int[]>> split(List<int[]> batch) {
    int half = batch.size() / 2;
    return half == 0
        ? List.of(batch)
        : List.of(batch.subList(0, half), batch.subList(half, batch.size()));
  }

  @Override
  public String describe(List<int[]> batch) {
    return batch.size() + " sequences";
  }

  @Override
  public Validation validate(Runnable mayStop) {
    return new Validation(0, Map.of("exact", exact(1)), List.of());
  }

  /** The share of unseen sequences that come out right to the last symbol, in percent. */
  double exact(int beam) {
    List<int[]> batch = sequences(new Random(~seed), 200);
    SearchOptions options =
        new SearchOptions(beam, LengthPenalty.power(1), new SearchOptions.Marks(BEGIN, END, FIRST));
    try (NDManager scope = manager.newSubManager();
        NetworkTokens model =
            new NetworkTokens(
                network,
                new Pass(new ParameterStore(scope, false), false),
                scope,
                ids(scope, batch),
                mask(scope, batch),
                FIRST + SYMBOLS)) {
      int[] lengths = new int[batch.size()];
      Arrays.fill(lengths, MAX_LENGTH + 1);
      var outputs = new BeamSearch(options).search(model, lengths);
      int right = 0;
      for (int i = 0; i < batch.size(); i++) {
        right += Arrays.equals(outputs.get(i).get(0).tokens(), reversed(batch.get(i))) ? 1 : 0;
      }
      return 100.0 * right / batch.size();
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
