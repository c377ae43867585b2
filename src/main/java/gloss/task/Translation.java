package gloss.task;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import gloss.batch.SequenceBatch;
import gloss.batch.TokenBatches;
import gloss.batch.WordDropout;
import gloss.batch.WordSwap;
import gloss.loss.CrossEntropy;
import gloss.loss.Loss;
import gloss.loss.LossSum;
import gloss.loss.Losses;
import gloss.loss.RDrop;
import gloss.model.FolderTask;
import gloss.model.Samples;
import gloss.nn.NoGradients;
import gloss.nn.Pass;
import gloss.objective.LineWeights;
import gloss.objective.Objective;
import gloss.objective.Objectives;
import gloss.objective.RDropObjective;
import gloss.objective.SequenceModel;
import gloss.objective.TeacherForcing;
import gloss.objective.TokenObjective;
import gloss.objective.Wording;
import gloss.recipe.DecodingRecipe;
import gloss.recipe.TranslationRecipe;
import gloss.score.TextMetric;
import gloss.score.bleu.Bleu;
import gloss.score.chrf.Chrf;
import gloss.train.Outputs;
import gloss.train.Validation;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Learning to translate from pairs of lines, by a loss of each target token. */
final class Translation implements FolderTask<SequenceBatch> {
  /** What a validation measures beside the loss, under the names that recipes use. */
  private static final Map<String, TextMetric> METRICS = new LinkedHashMap<>();

  static {
    METRICS.put("bleu", Bleu.builder().build());
    METRICS.put("chrf", Chrf.builder().build());
  }

  private static final int SAMPLES = 10;

  private final TranslationRecipe recipe;
  private final TranslationModel model;
  private final TrainingPairs train;
  private final ValidationPairs valid;
  private final Objective objective;

  /**
   * The task of training {@code model}, whose subwords cut the text.
   *
   * @param weights of the lines of the training text
   */
  Translation(
      TranslationModel model, TrainingPairs train, ValidationPairs valid, LineWeights weights) {
    this.recipe = model.recipe();
    this.model = model;
    this.train = train;
    this.valid = valid;
    objective = objective(weights);
  }

  private Objective objective(LineWeights weights) {
    SequenceModel writer =
        new SequenceModel(
            model.network(),
            Wording.of(model.tokenizers().target()),
            recipe.decoding(),
            model.longestTarget());
    Loss loss = Losses.of(recipe.loss(), new Losses.Classes(model.manager(), this::labelCounts));
    long seed = recipe.training().seed();
    if (recipe.rDrop() > 0) {
      RDrop drop = new RDrop(recipe.rDrop());
      Objective tokens = new RDropObjective(model.network(), loss, drop);
      return Objectives.whole(recipe.objective(), writer, tokens, seed);
    }
    TeacherForcing tokens = new TokenObjective(model.network(), loss, weights);
    return Objectives.of(recipe.objective(), writer, tokens, seed);
  }

  @Override
  public Block network() {
    return model.network();
  }

  @Override
  public Iterator<SequenceBatch> batches(int epoch, int skip) {
    WordDropout wordDropout =
        new WordDropout(
            recipe.subwords().wordDropout(),
            TokenizerPair.SPECIALS.unk(),
            recipe.training().seed());
    WordSwap wordSwap = new WordSwap(recipe.subwords().wordSwap(), recipe.training().seed());
    return train.batches(
        epoch, skip, pairs -> wordDropout.apply(wordSwap.apply(pairs, epoch), epoch));
  }

  @Override
  public String unit() {
    return TOKENS;
  }

  @Override
  public String summary() {
    return String.format(
        Locale.ROOT,
        "vocabulary of %,d; training on %s, validating on %s",
        model.tokenizers().target().vocabulary().size(),
        train.filtered(),
        valid);
  }

  @Override
  public Map<String, Object> sizes() {
    return Map.of("train", train.filtered().all(), "valid", valid.text().size());
  }

  @Override
  public void finished() throws IOException {
    train.delete();
  }

  @Override
  public void close() throws IOException {
    train.close();
  }

  @Override
  public double share(SequenceBatch batch) {
    return batch.rows() / (double) train.filtered().kept();
  }

  @Override
  public Map<String, NDArray> lossParameters() {
    return objective.parameters();
  }

  /** How often each subword is to be predicted in a pass over the training text. */
  private long[] labelCounts() {
    long[] counts = new long[model.tokenizers().target().vocabulary().size()];
    Iterator<SequenceBatch> batches = train.batches(1, 0, pairs -> pairs);
    while (batches.hasNext()) {
      for (int[] target : batches.next().pairs().targets()) {
        Arrays.stream(target).forEach(id -> counts[id]++);
        counts[TokenizerPair.SPECIALS.eos()]++;
      }
    }
    return counts;
  }

  @Override
  public LossSum loss(Pass pass, NDManager manager, SequenceBatch batch) {
    return objective.of(pass, manager, batch);
  }

  @Override
  public String describe(SequenceBatch batch) {
    return BatchParts.describe(batch);
  }

  @Override
  public List<SequenceBatch> split(SequenceBatch batch) {
    return BatchParts.halves(batch);
  }

  @Override
  public Validation validate(Runnable mayStop) {
    // A model that is still learning has no shortlist yet.
    DecodingRecipe decoding = recipe.decoding().withoutShortlist();
    List<String> hypotheses =
        model.translate(
            valid.text().sources(), decoding.withBeam(decoding.validationBeam()), mayStop);
    Map<String, Double> metrics = new LinkedHashMap<>();
    METRICS.forEach(
        (name, metric) ->
            metrics.put(name, metric.score(hypotheses, valid.text().targets()).value()));
    return new Validation(
        validLoss(mayStop),
        metrics,
        samples(hypotheses),
        Optional.of(Outputs.of(hypotheses, valid.text().targets())));
  }

  private double validLoss(Runnable mayStop) {
    Objective plain = new TokenObjective(model.network(), new CrossEntropy(0));
    double sum = 0;
    double count = 0;
    TokenBatches batches = new TokenBatches(recipe.batch().tokens(), 0);
    for (int[] indices :
        batches.epoch(valid.fitting().sourceLengths(), valid.fitting().targetLengths(), 0)) {
      mayStop.run();
      SequenceBatch batch =
          SequenceBatch.of(valid.fitting().select(indices), TokenizerPair.SPECIALS);
      try (NoGradients inference = new NoGradients();
          NDManager manager = model.manager().newSubManager()) {
        LossSum batchLoss =
            plain.of(new Pass(new ParameterStore(manager, false), false), manager, batch);
        sum += batchLoss.plain();
        count += batchLoss.count();
      }
    }
    return sum / count;
  }

  private List<Validation.Sample> samples(List<String> hypotheses) {
    return Samples.evenly(
        SAMPLES,
        valid.text().size(),
        i ->
            new Validation.Sample(
                valid.text().sources().get(i), valid.text().targets().get(i), hypotheses.get(i)));
  }
}
