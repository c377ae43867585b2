package gloss.task.image;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import gloss.batch.image.ImageBatch;
import gloss.batch.image.ImageBatches;
import gloss.corpus.image.ImageSet;
import gloss.loss.Loss;
import gloss.loss.LossSum;
import gloss.loss.Losses;
import gloss.model.ClassEvaluation;
import gloss.model.FolderTask;
import gloss.model.Softmax;
import gloss.nn.NoGradients;
import gloss.nn.Pass;
import gloss.recipe.ImageClassificationRecipe;
import gloss.score.catalog.ClassMetrics;
import gloss.train.Validation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Learning which class a picture is of. */
final class ImageTask implements FolderTask<ImageBatch> {
  private static final int SAMPLES = 10;
  private static final int NAMED = 10;

  private final ImageModel model;
  private final ImageSet train;
  private final ImageSet valid;
  private final List<String> remarks;
  private final ImageBatches batches;
  private final Loss loss;

  /** The task of training a model. */
  ImageTask(ImageModel model, ImageSet train, ImageSet valid, List<String> remarks) {
    this.model = model;
    this.train = train;
    this.valid = valid;
    this.remarks = remarks;
    ImageClassificationRecipe recipe = model.recipe();
    batches =
        new ImageBatches(
            train,
            recipe.batch().size(),
            recipe.augment(),
            model.input().meanColour(),
            recipe.training().seed());
    loss = Losses.of(recipe.loss(), new Losses.Classes(model.manager(), train::counts));
  }

  @Override
  public Block network() {
    return model.network();
  }

  @Override
  public Iterator<ImageBatch> batches(int epoch, int skip) {
    return batches.epoch(epoch, skip);
  }

  @Override
  public double share(ImageBatch batch) {
    return batch.size() / (double) train.count();
  }

  @Override
  public Map<String, NDArray> lossParameters() {
    return loss.parameters();
  }

  @Override
  public String unit() {
    return "images";
  }

  @Override
  public String summary() {
    return "%d classes of pictures of %s; training on %d pictures, validating on %d"
        .formatted(train.classes().size(), train.size(), train.count(), valid.count());
  }

  @Override
  public List<String> remarks() {
    return remarks;
  }

  @Override
  public Map<String, Object> sizes() {
    return Map.of("train", train.count(), "valid", valid.count());
  }

  @Override
  public LossSum loss(Pass pass, NDManager manager, ImageBatch batch) {
    return loss.at(pass.step()).of(model.logits(pass, manager, batch), targets(manager, batch));
  }

  private NDArray targets(NDManager manager, ImageBatch batch) {
    return batch.mixed()
        ? manager.create(batch.shares(), new Shape(batch.size(), train.classes().size()))
        : manager.create(Arrays.stream(batch.labels()).asLongStream().toArray());
  }

  @Override
  public List<ImageBatch> split(ImageBatch batch) {
    return batch.split();
  }

  @Override
  public String describe(ImageBatch batch) {
    String named =
        Arrays.stream(batch.rows())
            .limit(NAMED)
            .mapToObj(train.names())
            .collect(Collectors.joining(", "));
    return "pictures " + named + (batch.size() > NAMED ? ", …" : "");
  }

  @Override
  public Validation validate(Runnable mayStop) {
    List<double[]> probabilities = new ArrayList<>();
    double sum = 0;
    double count = 0;
    Loss now = loss.at(0);
    Iterator<ImageBatch> looked = model.inOrder(valid);
    while (looked.hasNext()) {
      mayStop.run();
      ImageBatch batch = looked.next();
      try (NoGradients inference = new NoGradients();
          NDManager manager = model.manager().newSubManager()) {
        Pass pass =
            new Pass(
                new ParameterStore(manager, false), false, model.recipe().training().precision());
        NDArray logits = model.logits(pass, manager, batch);
        LossSum part = now.of(logits, targets(manager, batch));
        sum += part.plain();
        count += part.count();
        probabilities.addAll(Softmax.rows(logits));
      }
    }
    ClassEvaluation evaluation = ImageModel.evaluation("valid", valid, probabilities, List.of());
    return new Validation(sum / count, metrics(evaluation), evaluation.samples(SAMPLES));
  }

  /** Where scores are not finite, no metric is. */
  private static Map<String, Double> metrics(ClassEvaluation evaluation) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    for (String name : ClassMetrics.names()) {
      metrics.put(name, evaluation.isFinite() ? evaluation.score(name).value() : Double.NaN);
    }
    return metrics;
  }
}
