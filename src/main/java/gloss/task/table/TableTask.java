package gloss.task.table;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import gloss.batch.ExampleBatches;
import gloss.loss.Loss;
import gloss.loss.LossSum;
import gloss.loss.Losses;
import gloss.model.Evaluation;
import gloss.model.FolderTask;
import gloss.nn.NoGradients;
import gloss.nn.Pass;
import gloss.recipe.HoldOutRecipe;
import gloss.recipe.RegressionRecipe;
import gloss.recipe.TableRecipe;
import gloss.recipe.TabularClassificationRecipe;
import gloss.train.Validation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Learning to predict a column; a batch is the indices of some rows. */
final class TableTask implements FolderTask<int[]> {
  private static final int SAMPLES = 10;
  private static final int AT_ONCE = 1024;

  private final TableModel model;
  private final TableRows train;
  private final TableRows valid;
  private final ExampleBatches batches;
  private final Loss loss;

  TableTask(TableModel model, TableRows train, TableRows valid) {
    this.model = model;
    this.train = train;
    this.valid = valid;
    TableRecipe recipe = model.recipe();
    batches = new ExampleBatches(train.count(), recipe.batch().size(), recipe.training().seed());
    loss = loss(recipe);
  }

  private Loss loss(TableRecipe recipe) {
    if (recipe instanceof TabularClassificationRecipe classes) {
      return Losses.of(
          classes.loss(),
          new Losses.Classes(model.manager(), () -> train.counts(model.classes().size())));
    }
    return Losses.of(((RegressionRecipe) recipe).loss(), new Losses.Numbers(model.manager(), 1));
  }

  @Override
  public Block network() {
    return model.network();
  }

  @Override
  public Iterator<int[]> batches(int epoch, int skip) {
    return batches.epoch(epoch, skip);
  }

  @Override
  public double share(int[] batch) {
    return batch.length / (double) train.count();
  }

  @Override
  public Map<String, NDArray> lossParameters() {
    return loss.parameters();
  }

  @Override
  public String unit() {
    return "rows";
  }

  @Override
  public String summary() {
    String predicted =
        model.classes().isEmpty()
            ? model.target()
            : model.classes().size() + " classes of " + model.target();
    return "%s from %d columns (%d numbers); training on %d rows, validating on %d"
        .formatted(
            predicted,
            model.input().features().size(),
            model.input().width(),
            train.count(),
            valid.count());
  }

  @Override
  public Map<String, Object> sizes() {
    return Map.of("train", train.count(), "valid", valid.count());
  }

  @Override
  public LossSum loss(Pass pass, NDManager manager, int[] batch) {
    return loss.at(pass.step())
        .of(
            model.scores(pass, manager, train, batch),
            train.targets(manager, batch, model.input().target()));
  }

  @Override
  public List<int[]> split(int[] batch) {
    return ExampleBatches.halves(batch);
  }

  @Override
  public String describe(int[] batch) {
    return train.describe(batch);
  }

  @Override
  public Validation validate(Runnable mayStop) {
    List<double[]> outputs = new ArrayList<>();
    double sum = 0;
    double count = 0;
    Iterator<int[]> all = new ExampleBatches(valid.count(), AT_ONCE, 0).inOrder();
    while (all.hasNext()) {
      mayStop.run();
      int[] batch = all.next();
      try (NoGradients inference = new NoGradients();
          NDManager manager = model.manager().newSubManager()) {
        Pass pass = new Pass(new ParameterStore(manager, false), false);
        NDArray scores = model.scores(pass, manager, valid, batch);
        LossSum part = loss.at(0).of(scores, valid.targets(manager, batch, model.input().target()));
        sum += part.plain();
        count += part.count();
        outputs.addAll(model.outputs(scores));
      }
    }
    Evaluation evaluation = model.evaluation(HoldOutRecipe.VALID, valid, outputs);
    return new Validation(
        sum / count, metrics(evaluation, isFinite(outputs)), evaluation.samples(SAMPLES));
  }

  private static boolean isFinite(List<double[]> outputs) {
    return outputs.stream().flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
  }

  /** Where outputs are not finite, no metric is. */
  private static Map<String, Double> metrics(Evaluation evaluation, boolean finite) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    for (String name : evaluation.metrics()) {
      metrics.put(name, finite ? evaluation.score(name).value() : Double.NaN);
    }
    return metrics;
  }
}
