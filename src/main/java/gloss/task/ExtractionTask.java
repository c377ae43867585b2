package gloss.task;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import gloss.batch.ExampleBatches;
import gloss.corpus.SummarizedText;
import gloss.extract.Document;
import gloss.extract.SentenceSelection;
import gloss.loss.BinaryCrossEntropy;
import gloss.loss.Loss;
import gloss.loss.LossSum;
import gloss.model.FolderTask;
import gloss.nn.NoGradients;
import gloss.nn.Pass;
import gloss.text.InputException;
import gloss.train.Outputs;
import gloss.train.Validation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Learning which sentences belong into a summary: whether each of them does is a question by
 * itself, with the {@link BinaryCrossEntropy} of its answer as the loss. A batch is the numbers of
 * its texts.
 */
final class ExtractionTask implements FolderTask<int[]> {
  private static final int SAMPLES = 10;
  private static final int NAMED = 10;

  private final ExtractionModel model;
  private final List<LabelledDocument> train;
  private final List<LabelledDocument> valid;
  private final int leftOut;
  private final ExampleBatches batches;
  private final Loss loss = new BinaryCrossEntropy();

  /**
   * The task of training {@code model}; texts without sentences are left out.
   *
   * @throws InputException if there is nothing to be learned
   */
  ExtractionTask(
      ExtractionModel model, List<LabelledDocument> train, List<LabelledDocument> valid) {
    this.model = model;
    this.train = train.stream().filter(LabelledDocument::hasSentences).toList();
    this.valid = valid.stream().filter(LabelledDocument::hasSentences).toList();
    leftOut = train.size() + valid.size() - this.train.size() - this.valid.size();
    if (this.valid.isEmpty() || this.train.stream().noneMatch(text -> text.count() > 0)) {
      throw new InputException(
          model.recipe().name()
              + ": nothing to learn: no sentence of the texts has words in common with its"
              + " summary");
    }
    batches =
        new ExampleBatches(
            this.train.size(), model.recipe().batch().size(), model.recipe().training().seed());
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
    return batch.length / (double) train.size();
  }

  @Override
  public String unit() {
    return "sentences";
  }

  @Override
  public String summary() {
    long sentences = train.stream().mapToLong(document -> document.ids().length).sum();
    return String.format(
        Locale.ROOT,
        "vocabulary of %,d; reads the first %d sentences of a text, takes about %d words; training"
            + " on %,d texts with %,d sentences, of which %.0f %% belong into a summary,"
            + " validating on %d",
        model.vocabulary().size(),
        model.recipe().batch().sentences(),
        model.recipe().extract().words(),
        train.size(),
        sentences,
        100 * train.stream().mapToDouble(LabelledDocument::count).sum() / sentences,
        valid.size());
  }

  @Override
  public List<String> remarks() {
    return leftOut == 0 ? List.of() : List.of(leftOut + " texts without sentences are left out");
  }

  @Override
  public Map<String, Object> sizes() {
    return Map.of("train", train.size(), "valid", valid.size());
  }

  @Override
  public LossSum loss(Pass pass, NDManager manager, int[] batch) {
    List<LabelledDocument> documents = Arrays.stream(batch).mapToObj(train::get).toList();
    return loss.of(model.scores(pass, manager, ids(documents)), labels(manager, documents));
  }

  private static List<int[][]> ids(List<LabelledDocument> documents) {
    return documents.stream().map(LabelledDocument::ids).toList();
  }

  /** (n, 1), text after text. */
  private static NDArray labels(NDManager manager, List<LabelledDocument> documents) {
    int count = documents.stream().mapToInt(document -> document.ids().length).sum();
    float[] labels = new float[count];
    int from = 0;
    for (LabelledDocument document : documents) {
      System.arraycopy(document.belongs(), 0, labels, from, document.belongs().length);
      from += document.belongs().length;
    }
    return manager.create(labels, new Shape(count, 1));
  }

  @Override
  public List<int[]> split(int[] batch) {
    return ExampleBatches.halves(batch);
  }

  @Override
  public String describe(int[] batch) {
    String named =
        Arrays.stream(batch)
            .limit(NAMED)
            .mapToObj(i -> train.get(i).text().place())
            .collect(Collectors.joining(", "));
    return named + (batch.length > NAMED ? ", …" : "");
  }

  @Override
  public Validation validate(Runnable mayStop) {
    List<String> summaries = new ArrayList<>();
    SentenceSelection selection = model.selection();
    double sum = 0;
    double count = 0;
    Iterator<int[]> all =
        new ExampleBatches(valid.size(), model.recipe().batch().size(), 0).inOrder();
    while (all.hasNext()) {
      mayStop.run();
      List<LabelledDocument> documents = Arrays.stream(all.next()).mapToObj(valid::get).toList();
      try (NoGradients inference = new NoGradients();
          NDManager manager = model.manager().newSubManager()) {
        Pass pass = new Pass(new ParameterStore(manager, false), false);
        NDArray scores = model.scores(pass, manager, ids(documents));
        LossSum part = loss.of(scores, labels(manager, documents));
        sum += part.plain();
        count += part.count();
        List<double[]> byText = ExtractionModel.byText(ids(documents), scores);
        for (int i = 0; i < byText.size(); i++) {
          Document document = new Document(documents.get(i).sentences(), List.of());
          summaries.add(document.text(selection.choose(document.sentences(), byText.get(i))));
        }
      }
    }
    List<SummarizedText> texts = valid.stream().map(LabelledDocument::text).toList();
    return new Validation(
        sum / count,
        SummaryEvaluation.figures(texts, summaries),
        SummaryEvaluation.samples(SAMPLES, texts, summaries),
        Optional.of(Outputs.of(summaries, texts.stream().map(SummarizedText::summary).toList())));
  }
}
