package gloss.train;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import gloss.decode.Demand;
import gloss.decode.Marks;
import gloss.decode.NetworkTokens;
import gloss.decode.Search;
import gloss.loss.CrossEntropy;
import gloss.loss.LossSum;
import gloss.nn.EncoderDecoder;
import gloss.nn.Pass;
import gloss.nn.Transformer;
import gloss.recipe.DecodingRecipe;
import gloss.recipe.TransformerRecipe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Writing a random sequence again, as it is or backwards: easy to score, hard to guess. */
final class SequenceTask implements Task<List<int[]>>, AutoCloseable {
  private static final int PAD = 0;
  private static final int BEGIN = 2;
  private static final int END = 3;
  private static final int FIRST = 4;
  private static final int SYMBOLS = 6;

  /** The longest sequence. */
  static final int MAX_LENGTH = 5;

  /** Ids that a source or a target may hold. */
  static final int WORDS = FIRST + SYMBOLS;

  private static final int BATCH = 40;

  private final NDManager manager = NDManager.newBaseManager();
  private final EncoderDecoder network;
  private final UnaryOperator<int[]> target;
  private final long seed;
  private final int batchesInEpoch;

  /**
   * Makes the task and draws the network's first weights.
   *
   * @param target what is to be written when a sequence is read
   */
  SequenceTask(EncoderDecoder network, UnaryOperator<int[]> target, long seed, int batchesInEpoch) {
    this.network = network;
    this.target = target;
    this.seed = seed;
    this.batchesInEpoch = batchesInEpoch;
    Engine.getInstance().setRandomSeed((int) seed);
    network.initialize(manager);
  }

  /** Writing backwards, with a Transformer. */
  static SequenceTask reversing(TransformerRecipe recipe, long seed, int batchesInEpoch) {
    return new SequenceTask(
        new Transformer(recipe, WORDS, WORDS, MAX_LENGTH + 2),
        SequenceTask::reversed,
        seed,
        batchesInEpoch);
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
      int[] wanted = target.apply(sequence);
      int[] input = new int[wanted.length + 1];
      input[0] = BEGIN;
      System.arraycopy(wanted, 0, input, 1, wanted.length);
      for (int i = 0; i <= wanted.length; i++) {
        positions.add((long) inputs.size() * columns + i);
        labels.add((long) (i < wanted.length ? wanted[i] : END));
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
    Search search =
        new Search(
            DecodingRecipe.defaults().withBeam(beam),
            new Marks(
                BEGIN, END, IntStream.range(0, FIRST).filter(id -> id != END).boxed().toList()),
            token -> false);
    int[] sourceLengths = batch.stream().mapToInt(sequence -> sequence.length).toArray();
    try (NDManager scope = manager.newSubManager();
        NetworkTokens model =
            new NetworkTokens(
                List.of(network),
                new Pass(new ParameterStore(scope, false), false),
                scope,
                new NetworkTokens.Sources(ids(scope, batch), mask(scope, batch), sourceLengths),
                WORDS)) {
      var outputs =
          search.search(model, Collections.nCopies(batch.size(), Demand.upTo(MAX_LENGTH + 1)));
      int right = 0;
      for (int i = 0; i < batch.size(); i++) {
        right += Arrays.equals(outputs.get(i).get(0).tokens(), target.apply(batch.get(i))) ? 1 : 0;
      }
      return 100.0 * right / batch.size();
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
