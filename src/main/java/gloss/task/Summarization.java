package gloss.task;

import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import gloss.batch.SequenceBatch;
import gloss.batch.SequencePairs;
import gloss.batch.TokenBatches;
import gloss.corpus.SummarizedText;
import gloss.loss.LossSum;
import gloss.loss.PointerLoss;
import gloss.model.FolderTask;
import gloss.nn.NoGradients;
import gloss.nn.Pass;
import gloss.objective.LineWeights;
import gloss.objective.Objective;
import gloss.objective.Objectives;
import gloss.objective.PointerObjective;
import gloss.objective.SequenceModel;
import gloss.objective.Wording;
import gloss.recipe.DecodingRecipe;
import gloss.recipe.SummarizationRecipe;
import gloss.recipe.SummaryBatchRecipe;
import gloss.train.Outputs;
import gloss.train.Validation;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Learning to summarize, by the loss of each word of the summary, made or copied. */
final class Summarization implements FolderTask<SequenceBatch> {
  private static final int SAMPLES = 10;

  private final SummarizationRecipe recipe;
  private final SummarizationModel model;
  private final TrainingPairs train;
  private final String cut;
  private final List<SummarizedText> valid;
  private final SequencePairs validPairs;
  private final String validCut;
  private final Objective objective;

  /**
   * The task of training {@code model}.
   *
   * @param cut which texts were too long, in words
   * @param weights of the texts
   */
  Summarization(
      SummarizationModel model,
      TrainingPairs train,
      String cut,
      List<SummarizedText> valid,
      LineWeights weights) {
    this.recipe = model.recipe();
    this.model = model;
    this.train = train;
    this.cut = cut;
    this.valid = valid;
    SummaryEncoder encoder = new SummaryEncoder(model.vocabulary(), recipe.batch());
    validPairs = encoder.encode(valid);
    validCut = encoder.cut();
    PointerLoss loss = new PointerLoss(recipe.labelSmoothing(), recipe.pointer().coverage());
    objective =
        Objectives.of(
            recipe.objective(),
            new SequenceModel(
                model.network(),
                Wording.of(model.vocabulary()),
                recipe.decoding(),
                recipe.batch().summary()),
            new PointerObjective(model.network(), loss, weights),
            recipe.training().seed());
  }

  @Override
  public Block network() {
    return model.network();
  }

  @Override
  public Iterator<SequenceBatch> batches(int epoch, int skip) {
    return train.batches(epoch, skip, pairs -> pairs);
  }

  @Override
  public String unit() {
    return TOKENS;
  }

  @Override
  public String summary() {
    SummaryBatchRecipe batch = recipe.batch();
    return String.format(
        Locale.ROOT,
        "vocabulary of %,d; reads the first %,d %s of a text, writes up to %,d; training on %s%s, "
            + "validating on %d%s",
        model.vocabulary().size(),
        batch.text(),
        model.unit(),
        batch.summary(),
        train.filtered(),
        cut,
        valid.size(),
        validCut);
  }

  @Override
  public Map<String, Object> sizes() {
    Map<String, Object> sizes = new LinkedHashMap<>();
    sizes.put("train", train.filtered().all());
    sizes.put("valid", valid.size());
    sizes.put("reads", recipe.batch().text() + " " + model.unit() + " of a text" + cut);
    return sizes;
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
    DecodingRecipe decoding = recipe.decoding();
    List<String> summaries =
        model
            .summarize(
                valid.stream().map(SummarizedText::text).toList(),
                decoding.withBeam(decoding.validationBeam()),
                mayStop)
            .stream()
            .map(result -> result.best().text())
            .toList();
    return new Validation(
        validLoss(mayStop),
        SummaryEvaluation.figures(valid, summaries),
        SummaryEvaluation.samples(SAMPLES, valid, summaries),
        Optional.of(Outputs.of(summaries, valid.stream().map(SummarizedText::summary).toList())));
  }

  private double validLoss(Runnable mayStop) {
    Objective plain =
        new PointerObjective(model.network(), new PointerLoss(0, 0), LineWeights.EVEN);
    double sum = 0;
    double count = 0;
    TokenBatches batches = new TokenBatches(recipe.batch().tokens(), 0);
    for (int[] indices : batches.epoch(validPairs.sourceLengths(), validPairs.targetLengths(), 0)) {
      mayStop.run();
      SequenceBatch batch = SequenceBatch.of(validPairs.select(indices), TokenizerPair.SPECIALS);
      try (NoGradients inference = new NoGradients();
          NDManager manager = model.manager().newSubManager()) {
        Pass pass = new Pass(new ParameterStore(manager, false), false);
        LossSum batchLoss = plain.of(pass, manager, batch);
        sum += batchLoss.plain();
        count += batchLoss.count();
      }
    }
    return sum / count;
  }
}
