package gloss.task;

import gloss.corpus.Checksum;
import gloss.corpus.ParallelFiles;
import gloss.corpus.ParallelText;
import gloss.nn.Parameters;
import gloss.nn.Threads;
import gloss.optim.MovingAverage;
import gloss.optim.Optimizers;
import gloss.recipe.ParallelDataRecipe;
import gloss.recipe.Recipe;
import gloss.recipe.SubwordRecipe;
import gloss.recipe.TranslationRecipe;
import gloss.text.InputException;
import gloss.train.Checkpoint;
import gloss.train.CheckpointKeeper;
import gloss.train.JsonLog;
import gloss.train.Observer;
import gloss.train.Safetensors;
import gloss.train.Stop;
import gloss.train.TensorBoard;
import gloss.train.Trainer;
import gloss.train.TrainingState;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A training of a model in its folder, from the recipe to the best weights. */
public final class Training implements AutoCloseable {
  private static final String TASK = "translation";

  private final ModelFolder folder;
  private final TranslationModel model;
  private final Translation task;
  private final TrainingState state;
  private final CheckpointKeeper keeper;
  private final FolderLock lock;
  private final Map<String, Object> about;

  private Training(
      ModelFolder folder, FolderLock lock, TranslationModel model, Translation task, Data data)
      throws IOException {
    this.folder = folder;
    this.lock = lock;
    this.model = model;
    this.task = task;
    TranslationRecipe recipe = model.recipe();
    state =
        new TrainingState(
            model.network(),
            task.lossParameters(),
            weights -> Optimizers.of(recipe.training().optimizer(), model.manager(), weights),
            weights -> MovingAverage.of(recipe.training().average(), model.manager(), weights));
    Map<String, String> identity = new LinkedHashMap<>(data.checksums);
    for (String file : model.tokenizers().files()) {
      identity.put(file, Checksum.sha256(folder.path().resolve(file)));
    }
    keeper =
        new CheckpointKeeper(folder.checkpoints(), folder.weights(), recipe.training(), identity);
    about = about(recipe, data);
  }

  /** What is learned from. */
  private record Data(ParallelFiles train, ParallelText valid, Map<String, String> checksums) {
    static Data read(ParallelDataRecipe recipe) throws IOException {
      Map<String, String> checksums = new LinkedHashMap<>();
      ParallelFiles train = verified(recipe, ParallelDataRecipe.TRAIN, checksums);
      ParallelFiles valid = verified(recipe, ParallelDataRecipe.VALID, checksums);
      return new Data(train, ParallelText.read(valid), checksums);
    }

    private static ParallelFiles verified(
        ParallelDataRecipe recipe, String split, Map<String, String> checksums) throws IOException {
      ParallelFiles files = recipe.verified(split);
      files
          .checksums()
          .forEach(
              (file, checksum) ->
                  checksums.merge(
                      split + " " + file.getFileName(), checksum, (a, b) -> a + " " + b));
      return files;
    }
  }

  /**
   * Starts anew: learns the subwords and draws the first weights, or takes both from a trained
   * model.
   *
   * @throws InputException if the folder holds a training already
   */
  public static Training start(TranslationRecipe recipe, ModelFolder folder) throws IOException {
    checkFree(folder);
    return start(recipe, folder, false);
  }

  private static void checkFree(ModelFolder folder) {
    if (folder.isTaken()) {
      throw InputException.in(
          folder.path(),
          "a training is here already; go on with --resume, or begin anew with --overwrite");
    }
  }

  /**
   * Starts anew where a training may be already: what it left is deleted, once it is sure that
   * there is something to learn from.
   */
  public static Training startOver(TranslationRecipe recipe, ModelFolder folder)
      throws IOException {
    return start(recipe, folder, true);
  }

  private static Training start(TranslationRecipe recipe, ModelFolder folder, boolean over)
      throws IOException {
    Optional<Origin> origin = Origin.of(recipe, folder);
    Data data = Data.read(recipe.data());
    TokenizerPair tokenizers =
        origin.isPresent()
            ? origin.get().tokenizers()
            : TokenizerPair.learn(data.train, recipe.subwords());
    TranslationModel model = new TranslationModel(recipe, tokenizers);
    if (origin.isPresent()) {
      origin.get().giveTo(model);
    }
    FolderLock lock = FolderLock.of(folder.path());
    try {
      if (!over) {
        // Another may have begun and ended here while the text was read.
        checkFree(folder);
      }
      Translation task = task(model, folder, data);
      folder.clear();
      tokenizers.write(folder.path());
      Training training = new Training(folder, lock, model, task, data);
      // Before the description: where a training has begun, there is something to go on from.
      training.keeper.begin(training.state);
      folder.describe(recipe, TASK, tokenizers.files());
      return training;
    } catch (IOException | RuntimeException e) {
      lock.undo();
      throw e;
    }
  }

  /**
   * Goes on from the newest checkpoint; changes of the recipe that fit its shapes count from here
   * on.
   *
   * @param warnings hears of damaged checkpoints
   * @throws InputException if there is no checkpoint, data or subwords have changed, or another
   *     training writes here
   */
  public static Training resume(
      TranslationRecipe recipe, ModelFolder folder, Consumer<String> warnings) throws IOException {
    folder.verifyForResume();
    checkSubwords(recipe, folder);
    FolderLock lock = FolderLock.of(folder.path());
    try {
      Data data = Data.read(recipe.data());
      TokenizerPair tokenizers = TokenizerPair.read(folder.path());
      TranslationModel model = new TranslationModel(recipe, tokenizers);
      Translation task = task(model, folder, data);
      Training training = new Training(folder, lock, model, task, data);
      training.keeper.restore(training.state, warnings);
      folder.describe(recipe, TASK, tokenizers.files());
      return training;
    } catch (IOException | RuntimeException e) {
      lock.undo();
      throw e;
    }
  }

  /** The pairs to train on are the last to be looked at: they take the longest. */
  private static Translation task(TranslationModel model, ModelFolder folder, Data data)
      throws IOException {
    PairEncoder encoder = new PairEncoder(model.tokenizers(), model.recipe());
    ValidationPairs valid = ValidationPairs.of(data.valid, encoder);
    TrainingPairs train =
        TrainingPairs.open(
            folder.trainingPairs(),
            data.train,
            data.checksums.toString(),
            encoder,
            model.recipe().batch());
    return new Translation(model, train, valid);
  }

  /** The subwords stay what they are, so a recipe that wants others would not be true. */
  private static void checkSubwords(TranslationRecipe recipe, ModelFolder folder)
      throws IOException {
    SubwordRecipe now = recipe.subwords();
    SubwordRecipe then = ((TranslationRecipe) Recipe.load(folder.recipe(), List.of())).subwords();
    if (now.merges() != then.merges() || now.joint() != then.joint()) {
      throw InputException.in(
          folder.path(),
          "training began with subwords.merges=%d and subwords.joint=%s; go on with these"
              .formatted(then.merges(), then.joint()));
    }
  }

  private Map<String, Object> about(TranslationRecipe recipe, Data data) {
    Map<String, Object> lines = new LinkedHashMap<>();
    lines.put("name", recipe.name());
    lines.put("task", TASK);
    lines.put("parameters", Parameters.count(model.network()));
    lines.put("threads", Threads.count());
    lines.put("seed", recipe.training().seed());
    lines.put("train", task.train().filtered().all());
    lines.put("valid", data.valid.size());
    lines.put("data", data.checksums);
    recipe.from().ifPresent(from -> lines.put("from", from.toString()));
    return lines;
  }

  /** One line about what is to be trained. */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%s: %,d parameters, vocabulary of %,d; training on %s, validating on %s",
        model.recipe().name(),
        Parameters.count(model.network()),
        model.tokenizers().target().vocabulary().size(),
        task.train().filtered(),
        task.valid());
  }

  /**
   * Trains; at the end the model has the best weights.
   *
   * @param observers beside the log and the keeper of checkpoints
   * @param interrupted asked after each step
   */
  public Stop run(List<Observer> observers, BooleanSupplier interrupted) throws IOException {
    TranslationRecipe recipe = model.recipe();
    List<Observer> all = new ArrayList<>();
    all.add(new JsonLog(folder.log(), about, recipe.training().validate().metric()));
    all.add(new TensorBoard(folder.path()));
    // After the logs: what a checkpoint holds is not done again, so it must have been told before.
    all.add(keeper);
    all.addAll(observers);
    Stop stop = new Trainer<>(recipe.training(), task, all).run(state, interrupted);
    if (stop.complete()) {
      task.train().delete();
    }
    if (Files.exists(folder.weights())) {
      Checkpoint.assign(
          folder.weights(), Safetensors.read(folder.weights()).entries(), state.weights());
    }
    return stop;
  }

  /** Where the model is. */
  public ModelFolder folder() {
    return folder;
  }

  /** The model that is trained; it is closed with the training. */
  public TranslationModel model() {
    return model;
  }

  @Override
  public void close() throws IOException {
    state.close();
    model.close();
    task.train().close();
    lock.close();
  }
}
