package gloss.task;

import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import gloss.batch.SequenceBatch;
import gloss.batch.SequencePairs;
import gloss.batch.SortedBatches;
import gloss.corpus.LinePair;
import gloss.corpus.ParallelReader;
import gloss.corpus.ParallelText;
import gloss.decode.ForcedPredictions;
import gloss.decode.ForcedScores;
import gloss.explain.Line;
import gloss.explain.Look;
import gloss.explain.TextExplanation;
import gloss.explain.Token;
import gloss.explain.WordView;
import gloss.explain.Written;
import gloss.nn.BatchArrays;
import gloss.nn.NoGradients;
import gloss.nn.Pass;
import gloss.recipe.DecodingRecipe;
import gloss.recipe.OutputRecipe;
import gloss.recipe.ParallelDataRecipe;
import gloss.score.TextMetric;
import gloss.score.catalog.MetricSettings;
import gloss.score.catalog.TextMetrics;
import gloss.subword.Subwords;
import gloss.subword.Vocabulary;
import gloss.text.InputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Looks at the loss of a translation model. */
final class TranslationExplainer {
  private static final int TOKENS_AT_ONCE = 4096;

  /** More lines of the training text do not change how frequent tokens are. */
  private static final int LINES_COUNTED = 1_000_000;

  private static final List<TextMetric> METRICS =
      Stream.of("bleu", "chrf")
          .map(name -> TextMetrics.named(name, MetricSettings.defaults()))
          .toList();

  private final TranslationModel model;
  private final Subwords target;

  TranslationExplainer(TranslationModel model) {
    this.model = model;
    target = model.tokenizers().target();
  }

  /** Lines that are longer than the network can read are left out. */
  TextExplanation explain(String split) throws IOException {
    ParallelText text = model.recipe().data().read(split);
    SequencePairs pairs = fitting(new PairEncoder(model.tokenizers(), model.recipe()).encode(text));
    List<String> sources = lines(text.sources(), pairs);
    List<TranslationResult> outputs = translate(sources);
    List<List<Token>> tokens = tokens(pairs, frequencies());
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      TranslationOutput output = outputs.get(i).best();
      lines.add(
          new Line(
              pairs.lines()[i],
              sources.get(i),
              List.of(text.targets().get(pairs.lines()[i] - 1)),
              output.text(),
              tokens.get(i),
              written(sources.get(i), output)));
    }
    return new TextExplanation(model.recipe().name(), split, lines, METRICS, WordView.BLEU);
  }

  private SequencePairs fitting(SequencePairs pairs) {
    int longest = model.recipe().batch().maxLength();
    return pairs.select(
        IntStream.range(0, pairs.size())
            .filter(i -> pairs.sources()[i].length <= longest)
            .filter(i -> pairs.targets()[i].length <= longest)
            .toArray());
  }

  private static List<String> lines(List<String> text, SequencePairs pairs) {
    return Arrays.stream(pairs.lines()).mapToObj(line -> text.get(line - 1)).toList();
  }

  private List<TranslationResult> translate(List<String> sources) {
    DecodingRecipe decoding = model.decoding();
    OutputRecipe output = decoding.output();
    DecodingRecipe watching =
        new DecodingRecipe(
            decoding.search(),
            decoding.length(),
            decoding.repetition(),
            decoding.words(),
            new OutputRecipe(1, output.unknown(), output.longLines(), true),
            decoding.validationBeam(),
            decoding.precision(),
            decoding.shortlist());
    return new TextTranslator(List.of(model), watching)
        .translate(sources.stream().map(l -> new TranslationRequest(l, watching.words())).toList());
  }

  /** How often each token is to be predicted in the training text; empty if it is gone. */
  private long[] frequencies() {
    long[] counts = new long[target.vocabulary().size()];
    try (ParallelReader reader = model.recipe().data().split(ParallelDataRecipe.TRAIN).open()) {
      LinePair pair = reader.next();
      for (int line = 0; pair != null && line < LINES_COUNTED; line++) {
        Arrays.stream(target.encode(pair.target())).forEach(id -> counts[id]++);
        counts[Vocabulary.EOS]++;
        pair = reader.next();
      }
      return counts;
    } catch (IOException | InputException e) {
      // A model may be looked at where its training text is not.
      return new long[0];
    }
  }

  private List<List<Token>> tokens(SequencePairs pairs, long[] frequencies) {
    int[] lengths = new int[pairs.size()];
    Arrays.setAll(lengths, i -> Math.max(pairs.sources()[i].length, pairs.targets()[i].length) + 1);
    SortedBatches batches = SortedBatches.of(lengths, TOKENS_AT_ONCE);
    List<List<List<Token>>> tokens = new ArrayList<>();
    for (int[] indices : batches.indices()) {
      tokens.add(
          tokens(SequenceBatch.of(pairs.select(indices), TokenizerPair.SPECIALS), frequencies));
    }
    return batches.restore(tokens);
  }

  private List<List<Token>> tokens(SequenceBatch batch, long[] frequencies) {
    ForcedPredictions predictions = predictions(batch);
    List<List<Token>> lines = new ArrayList<>();
    int at = 0;
    for (int row = 0; row < batch.rows(); row++) {
      List<Token> line = new ArrayList<>();
      for (int id : batch.labels().sequence(row)) {
        line.add(
            new Token(
                text(id),
                frequencies.length == 0 ? -1 : frequencies[id],
                -predictions.logProbabilities()[at],
                text(predictions.best()[at]),
                Math.exp(predictions.bestLogProbabilities()[at])));
        at++;
      }
      lines.add(line);
    }
    return lines;
  }

  private ForcedPredictions predictions(SequenceBatch batch) {
    try (NoGradients inference = new NoGradients();
        NDManager scope = model.manager().newSubManager()) {
      return ForcedPredictions.of(
          model.network(),
          new Pass(new ParameterStore(scope, false), false),
          BatchArrays.ids(scope, batch.source()),
          BatchArrays.mask(scope, batch.source()),
          new ForcedScores.Targets(
              BatchArrays.ids(scope, batch.decoderInput()),
              BatchArrays.flat(scope, batch.labels()),
              BatchArrays.positions(scope, batch.labels())));
    }
  }

  /** As it stands in a line; of a part of a character, as the vocabulary writes it. */
  private String text(int id) {
    String decoded = target.decode(new int[] {id});
    return decoded.isEmpty() || decoded.indexOf('\ufffd') >= 0
        ? target.vocabulary().token(id)
        : decoded;
  }

  private static List<Written> written(String source, TranslationOutput output) {
    if (output.alignment().weights().isEmpty()) {
      return List.of();
    }
    String[] sourceWords = source.strip().split("\\s+", -1);
    String[] words = output.text().split("\\s+", -1);
    List<List<Look>> looks = new ArrayList<>();
    Stream.of(words).forEach(word -> looks.add(new ArrayList<>()));
    for (WordWeight weight : output.alignment().weights()) {
      if (weight.target() < words.length && weight.source() < sourceWords.length) {
        looks
            .get(weight.target())
            .add(new Look(weight.source(), sourceWords[weight.source()], weight.weight()));
      }
    }
    return IntStream.range(0, words.length)
        .mapToObj(i -> new Written(i == 0 ? words[i] : " " + words[i], looks.get(i), -1))
        .toList();
  }
}
