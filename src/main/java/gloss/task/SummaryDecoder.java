package gloss.task;

import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import gloss.batch.PaddedBatch;
import gloss.batch.SequenceBatch;
import gloss.decode.Demand;
import gloss.decode.Hypothesis;
import gloss.decode.Marks;
import gloss.decode.NetworkTokens;
import gloss.decode.Phrase;
import gloss.decode.Search;
import gloss.decode.SearchBatches;
import gloss.nn.BatchArrays;
import gloss.nn.NoGradients;
import gloss.nn.Parameters;
import gloss.nn.Pass;
import gloss.nn.Workers;
import gloss.recipe.DecodingRecipe;
import gloss.recipe.OutputRecipe;
import gloss.recipe.SearchRecipe;
import gloss.recipe.SummaryBatchRecipe;
import gloss.subword.CopyVocabulary;
import gloss.subword.Vocabulary;
import gloss.text.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Searches for the summaries of texts, many at a time. */
final class SummaryDecoder {
  /** Words of texts times hypotheses that are searched together: speed against memory. */
  private static final int TOKENS_AT_ONCE = 16_384;

  private final SummarizationModel model;
  private final CopyVocabulary vocabulary;
  private final SummaryBatchRecipe lengths;
  private final DecodingRecipe recipe;
  private final Runnable mayStop;
  private final Search search;

  /**
   * {@code mayStop} is called before each step of the search and may throw.
   *
   * @throws InputException if the recipe wants a shortlist
   */
  SummaryDecoder(SummarizationModel model, DecodingRecipe recipe, Runnable mayStop) {
    if (recipe.shortlist().isWanted()) {
      throw new InputException("shortlist.best: only translations have a shortlist; leave it at 0");
    }
    this.model = model;
    this.recipe = recipe;
    this.mayStop = mayStop;
    vocabulary = model.vocabulary();
    lengths = model.recipe().batch();
    search = new Search(recipe, marks(), id -> false);
  }

  private Marks marks() {
    boolean copies = recipe.output().unknown() == OutputRecipe.Unknown.COPY;
    List<Integer> never =
        IntStream.range(0, vocabulary.specials())
            .filter(id -> id != Vocabulary.EOS && !(copies && id == Vocabulary.UNK))
            .boxed()
            .toList();
    return new Marks(Vocabulary.BOS, Vocabulary.EOS, never);
  }

  /** The results of texts, in order. */
  List<SummaryResult> decode(List<String> texts) {
    List<CopyVocabulary.Reading> readings =
        texts.stream().map(text -> vocabulary.read(text, lengths.text())).toList();
    int[] columns = readings.stream().mapToInt(reading -> reading.ids().length + 1).toArray();
    List<List<SummaryOutput>> outputs =
        new SearchBatches(Workers.shared(), TOKENS_AT_ONCE)
            .each(
                new SearchBatches.Size(columns, recipe.rows(), Parameters.count(model.network())),
                indices -> decodeBatch(Arrays.stream(indices).mapToObj(readings::get).toList()));
    List<SummaryResult> results = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      int read = readings.get(i).ids().length;
      int length = read < lengths.text() ? read : vocabulary.length(texts.get(i));
      results.add(new SummaryResult(outputs.get(i), read, length));
    }
    return results;
  }

  private List<List<SummaryOutput>> decodeBatch(List<CopyVocabulary.Reading> texts) {
    List<CopyVocabulary.Reading> some = texts.stream().filter(t -> t.ids().length > 0).toList();
    List<List<Hypothesis>> found = some.isEmpty() ? List.of() : search(some);
    List<List<SummaryOutput>> outputs = new ArrayList<>();
    int next = 0;
    for (CopyVocabulary.Reading text : texts) {
      outputs.add(
          text.ids().length == 0
              ? List.of(new SummaryOutput("", 0, List.of(), List.of(), Alignment.NONE))
              : found.get(next++).stream()
                  .limit(recipe.output().nBest())
                  .map(hypothesis -> output(text, hypothesis))
                  .toList());
    }
    return outputs;
  }

  private List<List<Hypothesis>> search(List<CopyVocabulary.Reading> texts) {
    int[][] sources = texts.stream().map(CopyVocabulary.Reading::ids).toArray(int[][]::new);
    int extended =
        vocabulary.size() + texts.stream().mapToInt(t -> t.unknown().size()).max().orElse(0);
    List<Demand> demands = texts.stream().map(this::demand).toList();
    PaddedBatch padded = SequenceBatch.sources(sources, TokenizerPair.SPECIALS);
    try (NoGradients inference = new NoGradients();
        NDManager scope = model.manager().newSubManager()) {
      Pass pass = new Pass(new ParameterStore(scope, false), false);
      NetworkTokens.Sources read =
          new NetworkTokens.Sources(
              BatchArrays.ids(scope, padded), BatchArrays.mask(scope, padded), padded.lengths());
      try (NetworkTokens tokens =
          new NetworkTokens(List.of(model.network()), pass, scope, read, extended)) {
        NetworkTokens watched = recipe.needsAttention() ? tokens.watchingAttention() : tokens;
        return search.search(new Watched(watched, mayStop), demands);
      }
    }
  }

  private Demand demand(CopyVocabulary.Reading text) {
    int length = text.ids().length;
    int most = Math.min(lengths.summary(), recipe.length().most(length));
    return new Demand(
        Math.min(most, recipe.length().least(length)),
        most,
        Arrays.stream(vocabulary.write(recipe.words().prefix(), text)).boxed().toList(),
        recipe.words().must().stream().map(words -> phrase(words, text)).toList(),
        recipe.words().mustNot().stream().map(words -> phrase(words, text)).toList(),
        31 * recipe.search().drawing().map(SearchRecipe.Sampling::seed).orElse(0L)
            + Arrays.hashCode(text.ids()));
  }

  private Phrase phrase(String words, CopyVocabulary.Reading text) {
    int[] ids = vocabulary.write(words, text);
    return new Phrase(ids, ids);
  }

  private SummaryOutput output(CopyVocabulary.Reading text, Hypothesis hypothesis) {
    int[] ids = hypothesis.tokens().clone();
    float[][] attention = hypothesis.attention();
    for (int i = 0; i < ids.length && attention != null; i++) {
      ids[i] = ids[i] == Vocabulary.UNK ? lookedAt(text, attention[i]) : ids[i];
    }
    List<String> tokens =
        new ArrayList<>(Arrays.stream(ids).mapToObj(id -> vocabulary.token(id, text)).toList());
    if (hypothesis.isEnded()) {
      tokens.add(Vocabulary.STANDARD_SPECIALS.get(Vocabulary.EOS));
    }
    return new SummaryOutput(
        vocabulary.text(ids, text),
        hypothesis.score(),
        tokens,
        DoubleStream.of(hypothesis.logProbabilities()).boxed().toList(),
        attention == null
            ? Alignment.NONE
            : WordAlignment.of(words(text.ids(), text), words(ids, text), attention));
  }

  private int[] words(int[] ids, CopyVocabulary.Reading text) {
    return WordAlignment.words(ids, id -> vocabulary.written(id, text));
  }

  /** The word of the text that has most attention; the end mark is none. */
  private static int lookedAt(CopyVocabulary.Reading text, float[] attention) {
    int best = 0;
    for (int i = 1; i < text.ids().length; i++) {
      best = attention[i] > attention[best] ? i : best;
    }
    return text.ids()[best];
  }
}
