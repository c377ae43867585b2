package gloss.task;

import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import gloss.batch.SequenceBatch;
import gloss.batch.SequencePairs;
import gloss.batch.SortedBatches;
import gloss.decode.ForcedScores;
import gloss.decode.LengthPenalty;
import gloss.nn.BatchArrays;
import gloss.nn.NoGradients;
import gloss.nn.Pass;
import gloss.nn.Workers;
import gloss.recipe.DecodingRecipe;
import gloss.subword.Subwords;
import gloss.subword.Vocabulary;
import gloss.text.InputException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Scores translations that are there already. */
final class ForcedDecoder {
  private static final int TOKENS_AT_ONCE = 4096;

  private final Ensemble models;
  private final LengthPenalty penalty;

  ForcedDecoder(Ensemble models, DecodingRecipe recipe) {
    this.models = models;
    penalty = LengthPenalty.of(recipe.length().penalty());
  }

  List<TranslationOutput> score(List<String> sources, List<String> targets) {
    if (sources.size() != targets.size()) {
      throw new InputException(
          "there are %d lines to be translated, but %d translations to be scored"
              .formatted(sources.size(), targets.size()));
    }
    int[][] source = encode(sources, models.tokenizers().source());
    int[][] target = encode(targets, models.tokenizers().target());
    List<double[]> scores = score(source, target);
    List<TranslationOutput> outputs = new ArrayList<>();
    for (int i = 0; i < target.length; i++) {
      outputs.add(output(targets.get(i), target[i], scores.get(i)));
    }
    return outputs;
  }

  private int[][] encode(List<String> lines, Subwords subwords) {
    int longest = models.longestTarget();
    int[][] encoded = lines.stream().map(subwords::encode).toArray(int[][]::new);
    for (int line = 0; line < encoded.length; line++) {
      if (encoded[line].length > longest) {
        throw new InputException(
            "line %d: has %d subwords, more than the %d that can be scored at once"
                .formatted(line + 1, encoded[line].length, longest));
      }
    }
    return encoded;
  }

  /** For each pair the log-probability of each target token and of the end mark. */
  List<double[]> score(int[][] sources, int[][] targets) {
    int[] lengths = new int[sources.length];
    Arrays.setAll(lengths, i -> Math.max(sources[i].length, targets[i].length) + 1);
    Workers workers = Workers.shared();
    SortedBatches batches =
        SortedBatches.of(lengths, Math.max(1, TOKENS_AT_ONCE / workers.count()));
    SequencePairs pairs = SequencePairs.of(sources, targets);
    Function<int[], List<double[]>> score =
        indices -> scoreBatch(SequenceBatch.of(pairs.select(indices), TokenizerPair.SPECIALS));
    // Of few batches the threads share every operation.
    return batches.restore(
        batches.indices().size() < workers.count()
            ? batches.indices().stream().map(score).toList()
            : workers.each(batches.indices(), score));
  }

  private List<double[]> scoreBatch(SequenceBatch batch) {
    try (NoGradients inference = new NoGradients();
        NDManager scope = models.manager().newSubManager()) {
      float[] flat =
          ForcedScores.of(
              models.networks(),
              new Pass(new ParameterStore(scope, false), false),
              BatchArrays.ids(scope, batch.source()),
              BatchArrays.mask(scope, batch.source()),
              new ForcedScores.Targets(
                  BatchArrays.ids(scope, batch.decoderInput()),
                  BatchArrays.flat(scope, batch.labels()),
                  BatchArrays.positions(scope, batch.labels())));
      List<double[]> scores = new ArrayList<>();
      int from = 0;
      for (int length : batch.labels().lengths()) {
        double[] ofPair = new double[length];
        for (int i = 0; i < length; i++) {
          ofPair[i] = flat[from + i];
        }
        scores.add(ofPair);
        from += length;
      }
      return scores;
    }
  }

  private TranslationOutput output(String text, int[] ids, double[] logProbabilities) {
    List<String> tokens = new ArrayList<>();
    for (int id : ids) {
      tokens.add(models.tokenizers().target().vocabulary().token(id));
    }
    tokens.add(models.tokenizers().target().vocabulary().token(Vocabulary.EOS));
    double score = Arrays.stream(logProbabilities).sum() / penalty.of(logProbabilities.length);
    return new TranslationOutput(
        text,
        score,
        tokens,
        Arrays.stream(logProbabilities).boxed().toList(),
        Alignment.NONE,
        List.of());
  }
}
