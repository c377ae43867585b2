package gloss.bench;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import gloss.decode.Demand;
import gloss.decode.HeapTokens;
import gloss.decode.Marks;
import gloss.decode.NetworkTokens;
import gloss.decode.NextTokens;
import gloss.decode.Search;
import gloss.decode.SearchBatches;
import gloss.nn.NoGradients;
import gloss.nn.Parameters;
import gloss.nn.Pass;
import gloss.nn.Threads;
import gloss.nn.Transformer;
import gloss.nn.Workers;
import gloss.recipe.DecodingRecipe;
import gloss.recipe.Norm;
import gloss.recipe.Positions;
import gloss.recipe.Tie;
import gloss.recipe.TransformerRecipe;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A step of beam search with random weights, everything included that a search does: see
 * bench/decode.sh. Arguments as {@code d=128 h=4 ff=512 L=4 B=32 K=5 S=16 T=24 V=9000 passes=9};
 * prints milliseconds a step, best and median of the passes. With {@code heap=0} also few
 * hypotheses are the engine's.
 */
public final class DecodeBenchmark {
  private DecodeBenchmark() {}

  /** Runs it. */
  public static void main(String[] args) {
    Map<String, Integer> sizes = sizes(args);
    int steps = sizes.get("T");
    int batch = sizes.get("B");
    int passes = sizes.get("passes");
    try (NoGradients inference = new NoGradients();
        NDManager manager = NDManager.newBaseManager()) {
      Transformer network = network(sizes, manager);
      double[] times = new double[passes];
      for (int pass = 0; pass < passes; pass++) {
        times[pass] = pass(network, sizes, manager) / 1e6 / steps;
      }
      double[] sorted = Arrays.stream(times).sorted().toArray();
      System.out.printf(
          Locale.ROOT,
          "ms/step best %.2f median %.2f, tokens/s %.0f (%d threads)%n",
          sorted[0],
          sorted[passes / 2],
          batch * 1e3 / sorted[passes / 2],
          Threads.count());
    }
  }

  private static Map<String, Integer> sizes(String[] args) {
    Map<String, Integer> sizes =
        new LinkedHashMap<>(
            Map.of("d", 128, "h", 4, "ff", 512, "L", 4, "B", 32, "K", 5, "S", 16, "T", 24));
    sizes.put("V", 9000);
    sizes.put("passes", 9);
    sizes.put("heap", 1);
    for (String arg : args) {
      String[] parts = arg.split("=", 2);
      sizes.put(parts[0], Integer.valueOf(parts[1]));
    }
    return sizes;
  }

  private static Transformer network(Map<String, Integer> sizes, NDManager manager) {
    TransformerRecipe recipe =
        new TransformerRecipe(
            sizes.get("d"),
            sizes.get("h"),
            sizes.get("ff"),
            1,
            sizes.get("L"),
            Norm.PRE,
            Positions.SINUSOIDAL,
            Tie.ALL,
            0,
            0,
            0);
    int vocabulary = sizes.get("V");
    Transformer network = new Transformer(recipe, vocabulary, vocabulary, 256);
    network.initialize(manager);
    return network;
  }

  /** Nanoseconds of the search for outputs of {@code T} tokens, the sources being read. */
  private static long pass(Transformer network, Map<String, Integer> sizes, NDManager manager) {
    int[] lengths = new int[sizes.get("B")];
    Arrays.fill(lengths, sizes.get("S"));
    SearchBatches.Size size =
        new SearchBatches.Size(lengths, sizes.get("K"), Parameters.count(network));
    // All begin to search when they have read, which takes all of them equally long.
    AtomicLong start = new AtomicLong(Long.MAX_VALUE);
    AtomicLong end = new AtomicLong(Long.MIN_VALUE);
    new SearchBatches(Workers.shared(), 16_384)
        .each(
            size,
            indices -> {
              long[] span = batch(network, sizes, manager, indices.length);
              start.accumulateAndGet(span[0], Math::min);
              end.accumulateAndGet(span[1], Math::max);
              return Collections.nCopies(indices.length, 0);
            });
    return end.get() - start.get();
  }

  /** When the search for the outputs of some sources began and ended. */
  private static long[] batch(
      Transformer network, Map<String, Integer> sizes, NDManager manager, int batch) {
    int length = sizes.get("S");
    int steps = sizes.get("T");
    DecodingRecipe recipe = DecodingRecipe.defaults().withBeam(sizes.get("K"));
    Search search = new Search(recipe, new Marks(2, 3, List.of(0, 1, 2)), token -> false);
    Demand demand = new Demand(steps, steps, List.of(), List.of(), List.of(), 0);
    long[] ids = new Random(1).longs((long) batch * length, 4, sizes.get("V")).toArray();
    boolean[] mask = new boolean[batch * length];
    Arrays.fill(mask, true);
    int[] lengths = new int[batch];
    Arrays.fill(lengths, length);
    try (NoGradients inference = new NoGradients();
        NDManager scope = manager.newSubManager()) {
      NDArray source = scope.create(ids, new Shape(batch, length));
      NetworkTokens.Sources sources =
          new NetworkTokens.Sources(
              source, scope.create(mask, new Shape(batch, 1, 1, length)), lengths);
      Pass pass = new Pass(new ParameterStore(scope, false), false);
      try (NextTokens model = reading(network, pass, scope, sources, sizes)) {
        long start = System.nanoTime();
        search.search(model, Collections.nCopies(batch, demand));
        return new long[] {start, System.nanoTime()};
      }
    }
  }

  private static NextTokens reading(
      Transformer network,
      Pass pass,
      NDManager scope,
      NetworkTokens.Sources sources,
      Map<String, Integer> sizes) {
    List<Transformer> networks = List.of(network);
    int rows = sizes.get("heap") == 0 ? Integer.MAX_VALUE : sizes.get("K");
    return HeapTokens.of(networks, pass, scope, sources, rows)
        .<NextTokens>map(inHeap -> inHeap)
        .orElseGet(() -> new NetworkTokens(networks, pass, scope, sources, sizes.get("V")));
  }
}
