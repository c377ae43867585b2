package gloss.objective;

import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import gloss.batch.PaddedBatch;
import gloss.batch.SequenceBatch;
import gloss.batch.SequencePairs;
import gloss.decode.Demand;
import gloss.decode.NetworkTokens;
import gloss.decode.Search;
import gloss.decode.SearchBatches;
import gloss.nn.BatchArrays;
import gloss.nn.NoGradients;
import gloss.nn.Parameters;
import gloss.nn.Pass;
import gloss.nn.Workers;
import gloss.recipe.DecodingRecipe;
import gloss.recipe.SearchRecipe;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Lets a network write for the sources of a batch, without gradients and without dropout. What is
 * drawn depends on the seed, the step and the line alone.
 */
final class OutputSearch implements Writer {
  /** Tokens of sources times outputs that are searched together: speed against memory. */
  private static final int TOKENS_AT_ONCE = 32_768;

  private final SequenceModel model;
  private final DecodingRecipe recipe;
  private final long seed;
  private final long weights;

  private OutputSearch(SequenceModel model, SearchRecipe search, int count, long seed) {
    this.model = model;
    this.seed = seed;
    weights = Parameters.count(model.network());
    DecodingRecipe plain = DecodingRecipe.defaults();
    recipe =
        new DecodingRecipe(
            search,
            model.decoding().length(),
            plain.repetition(),
            plain.words(),
            plain.output().withNBest(count),
            1,
            plain.precision(),
            plain.shortlist());
  }

  /** Independent draws from the distribution of the model. */
  static OutputSearch sampling(SequenceModel model, int count, double temperature, long seed) {
    return new OutputSearch(model, new SearchRecipe.Sampling(temperature, 0, 1, 0), count, seed);
  }

  /** The best of a beam search; 1 is greedy. */
  static OutputSearch beam(SequenceModel model, int count) {
    SearchRecipe beam = new SearchRecipe.Beam(count, SearchRecipe.Stop.FINISHED, 1);
    return new OutputSearch(model, beam, count, 0);
  }

  @Override
  public List<List<Output>> write(NDManager manager, SequencePairs pairs, long step) {
    SearchBatches.Size size = new SearchBatches.Size(pairs.sourceLengths(), recipe.rows(), weights);
    return new SearchBatches(Workers.shared(), TOKENS_AT_ONCE)
        .each(size, indices -> writeBatch(manager, pairs.select(indices), step));
  }

  private List<List<Output>> writeBatch(NDManager manager, SequencePairs pairs, long step) {
    PaddedBatch sources = SequenceBatch.sources(pairs.sources(), SequenceModel.SPECIALS);
    List<Demand> demands =
        IntStream.range(0, pairs.size()).mapToObj(i -> demand(pairs, i, step)).toList();
    try (NoGradients inference = new NoGradients();
        NDManager scope = manager.newSubManager()) {
      NetworkTokens.Sources read =
          new NetworkTokens.Sources(
              BatchArrays.ids(scope, sources), BatchArrays.mask(scope, sources), sources.lengths());
      try (NetworkTokens tokens =
          new NetworkTokens(
              List.of(model.network()),
              new Pass(new ParameterStore(scope, false), false),
              scope,
              read,
              model.words().size(pairs))) {
        return new Search(recipe, model.marks(), token -> false)
            .search(tokens, demands).stream()
                .map(found -> found.stream().limit(recipe.rows()).map(Output::of).toList())
                .toList();
      }
    }
  }

  private Demand demand(SequencePairs pairs, int row, long step) {
    int length = pairs.sources()[row].length;
    long ofStep = new SplittableRandom(seed).nextLong() + step;
    long ofLine = new SplittableRandom(ofStep).nextLong() + pairs.lines()[row];
    return new Demand(
        model.least(length), model.most(length), List.of(), List.of(), List.of(), ofLine);
  }
}
