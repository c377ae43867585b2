package gloss.task;

import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import gloss.batch.PaddedBatch;
import gloss.batch.SequenceBatch;
import gloss.decode.Demand;
import gloss.decode.HeapTokens;
import gloss.decode.Hypothesis;
import gloss.decode.Marks;
import gloss.decode.MinimumBayesRisk;
import gloss.decode.NetworkTokens;
import gloss.decode.NextTokens;
import gloss.decode.Phrase;
import gloss.decode.Search;
import gloss.decode.SearchBatches;
import gloss.nn.BatchArrays;
import gloss.nn.EncoderDecoder;
import gloss.nn.NoGradients;
import gloss.nn.Pass;
import gloss.nn.Workers;
import gloss.recipe.DecodingRecipe;
import gloss.recipe.OutputRecipe;
import gloss.recipe.SearchRecipe;
import gloss.recipe.WordsRecipe;
import gloss.score.TextMetric;
import gloss.score.catalog.MetricSettings;
import gloss.score.catalog.TextMetrics;
import gloss.subword.Subwords;
import gloss.subword.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Searches for the outputs of parts of lines, many at a time. */
final class PartDecoder {
  /** Source tokens times hypotheses that are searched together: speed against memory. */
  private static final int TOKENS_AT_ONCE = 16_384;

  /** The same with a shortlist: the fewer sources, the fewer subwords are looked at. */
  private static final int TOKENS_OF_A_SHORTLIST = 4_096;

  private final Ensemble models;
  private final DecodingRecipe recipe;
  private final Runnable mayStop;
  private final Search search;
  private final PartTexts texts;
  private final Optional<TextMetric> utility;
  private final Optional<TargetCandidates> candidates;

  /** {@code mayStop} is called before each step of the search and may throw. */
  PartDecoder(Ensemble models, DecodingRecipe recipe, Runnable mayStop) {
    this.models = models;
    this.recipe = recipe;
    this.mayStop = mayStop;
    search = new Search(recipe, marks(), this::continuesWord);
    texts = new PartTexts(models.tokenizers());
    candidates = models.candidates(recipe.shortlist());
    utility =
        recipe.search() instanceof SearchRecipe.Mbr mbr
            ? Optional.of(TextMetrics.named(mbr.metric(), MetricSettings.defaults()).forSegments())
            : Optional.empty();
  }

  /** A part and what is wanted of its output. */
  record Wanted(LinePart part, WordsRecipe words) {}

  private Subwords target() {
    return models.tokenizers().target();
  }

  private Marks marks() {
    boolean copies = recipe.output().unknown() == OutputRecipe.Unknown.COPY;
    List<Integer> never =
        IntStream.range(0, target().vocabulary().specials().size())
            .filter(id -> id != Vocabulary.EOS && !(copies && id == Vocabulary.UNK))
            .boxed()
            .toList();
    return new Marks(Vocabulary.BOS, Vocabulary.EOS, never);
  }

  /**
   * A letter or digit without a space before it; a byte that is no character counts as a letter.
   */
  private boolean continuesWord(int id) {
    String text = target().decode(new int[] {id});
    return !text.isEmpty()
        && (Character.isLetterOrDigit(text.codePointAt(0)) || text.charAt(0) == '\ufffd');
  }

  /** The outputs of each part, in order, the best first. */
  List<List<PartOutput>> decode(List<Wanted> parts) {
    int[] lengths = parts.stream().mapToInt(wanted -> wanted.part.ids().length + 1).toArray();
    int tokens = candidates.isPresent() ? TOKENS_OF_A_SHORTLIST : TOKENS_AT_ONCE;
    return new SearchBatches(Workers.shared(), tokens)
        .each(
            new SearchBatches.Size(lengths, recipe.rows(), models.parameters()),
            indices -> decodeBatch(Arrays.stream(indices).mapToObj(parts::get).toList()));
  }

  private List<List<PartOutput>> decodeBatch(List<Wanted> batch) {
    List<Demand> demands = batch.stream().map(this::demand).toList();
    List<List<Hypothesis>> found = search(batch, demands);
    List<List<PartOutput>> outputs = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      int[] source = batch.get(i).part.ids();
      List<PartOutput> all =
          found.get(i).stream().map(hypothesis -> texts.output(source, hypothesis)).toList();
      outputs.add(ranked(all).stream().limit(recipe.output().nBest()).toList());
    }
    return outputs;
  }

  private List<List<Hypothesis>> search(List<Wanted> batch, List<Demand> demands) {
    int[][] sources = batch.stream().map(wanted -> wanted.part.ids()).toArray(int[][]::new);
    PaddedBatch padded = SequenceBatch.sources(sources, TokenizerPair.SPECIALS);
    try (NoGradients inference = new NoGradients();
        NDManager scope = models.manager().newSubManager()) {
      Pass pass = new Pass(new ParameterStore(scope, false), false, recipe.precision());
      NetworkTokens.Sources read =
          new NetworkTokens.Sources(
              BatchArrays.ids(scope, padded), BatchArrays.mask(scope, padded), padded.lengths());
      try (NextTokens model = reading(pass, scope, read, ofEach(sources, demands))) {
        return search.search(new Watched(model, mayStop), demands);
      }
    }
  }

  /**
   * What the models' words are, once they have read the sources.
   *
   * @param candidates that each source may choose from, where there is a shortlist
   */
  private NextTokens reading(
      Pass pass, NDManager scope, NetworkTokens.Sources sources, Optional<List<int[]>> candidates) {
    List<EncoderDecoder> networks = models.networks();
    if (candidates.isEmpty()) {
      Optional<HeapTokens> inHeap = HeapTokens.of(networks, pass, scope, sources, recipe.rows());
      if (inHeap.isPresent()) {
        return recipe.needsAttention() ? inHeap.get().watchingAttention() : inHeap.get();
      }
    }
    NetworkTokens model =
        new NetworkTokens(networks, pass, scope, sources, target().vocabulary().size());
    candidates.ifPresent(model::choosingAmong);
    return recipe.needsAttention() ? model.watchingAttention() : model;
  }

  private Optional<List<int[]>> ofEach(int[][] sources, List<Demand> demands) {
    return candidates.map(
        some ->
            IntStream.range(0, sources.length)
                .mapToObj(i -> some.of(sources[i], demands.get(i)))
                .toList());
  }

  private Demand demand(Wanted wanted) {
    int length = wanted.part.ids().length;
    WordsRecipe words = wanted.words;
    return new Demand(
        recipe.length().least(length),
        Math.min(models.longestTarget(), recipe.length().most(length)),
        Arrays.stream(target().encode(words.prefix().stripTrailing())).boxed().toList(),
        words.must().stream().map(this::phrase).toList(),
        words.mustNot().stream().map(this::phrase).toList(),
        seed(wanted.part.ids()));
  }

  private Phrase phrase(String words) {
    String plain = words.strip();
    return new Phrase(target().encode(" " + plain), target().encode(plain));
  }

  /** What is drawn depends on the line, not on where it stands. */
  private long seed(int[] source) {
    long seed = recipe.search().drawing().map(SearchRecipe.Sampling::seed).orElse(0L);
    return 31 * seed + Arrays.hashCode(source);
  }

  /** By expected utility, each text once, where that is what is searched for. */
  private List<PartOutput> ranked(List<PartOutput> outputs) {
    if (utility.isEmpty()) {
      return outputs;
    }
    List<Double> utilities =
        MinimumBayesRisk.utilities(outputs.stream().map(PartOutput::text).toList(), utility.get());
    List<PartOutput> ranked = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      String text = outputs.get(i).text();
      if (ranked.stream().noneMatch(output -> output.text().equals(text))) {
        ranked.add(outputs.get(i).withScore(utilities.get(i)));
      }
    }
    ranked.sort(Comparator.comparingDouble(PartOutput::score).reversed());
    return ranked;
  }
}
