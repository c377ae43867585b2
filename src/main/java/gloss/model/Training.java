package gloss.model;

import gloss.corpus.Checksum;
import gloss.nn.Parameters;
import gloss.nn.Threads;
import gloss.optim.MovingAverage;
import gloss.optim.Optimizers;
import gloss.recipe.DistributedRecipe;
import gloss.recipe.Recipe;
import gloss.recipe.TrainingRecipe;
import gloss.text.InputException;
import gloss.train.Checkpoint;
import gloss.train.CheckpointKeeper;
import gloss.train.JsonLog;
import gloss.train.Observer;
import gloss.train.Peers;
import gloss.train.Ring;
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
  private final ModelFolder folder;
  private final FolderLock lock;
  private final Model model;
  private final FolderTask<?> task;
  private final TrainingState state;
  private final CheckpointKeeper keeper;
  private final Map<String, Object> about;

  private Training(ModelFolder folder, FolderLock lock, Preparation prepared, FolderTask<?> task)
      throws IOException {
    this.folder = folder;
    this.lock = lock;
    this.task = task;
    model = prepared.model();
    TrainingRecipe recipe = model.recipe().training();
    state =
        new TrainingState(
            model.network(),
            task.lossParameters(),
            weights -> Optimizers.of(recipe.optimizer(), model.manager(), weights),
            weights -> MovingAverage.of(recipe.average(), model.manager(), weights));
    if (recipe.distributed().workers() > 1
        && recipe.distributed().mode() == DistributedRecipe.Mode.DILOCO) {
      state.withCommonSteps(recipe.distributed(), model.manager());
    }
    Map<String, String> identity = new LinkedHashMap<>(prepared.checksums());
    for (String file : model.files()) {
      identity.put(file, Checksum.sha256(folder.path().resolve(file)));
    }
    keeper = new CheckpointKeeper(folder.checkpoints(), folder.weights(), recipe, identity);
    about = about(model, task, prepared.checksums());
  }

  private static Map<String, Object> about(
      Model model, FolderTask<?> task, Map<String, String> checksums) {
    Recipe recipe = model.recipe();
    Map<String, Object> lines = new LinkedHashMap<>();
    lines.put("name", recipe.name());
    lines.put("task", recipe.task());
    lines.put("unit", task.unit());
    lines.put("parameters", Parameters.count(model.network()));
    lines.put("threads", Threads.count());
    lines.put("seed", recipe.training().seed());
    lines.putAll(task.sizes());
    lines.put("data", checksums);
    recipe.from().ifPresent(from -> lines.put("from", from.toString()));
    return lines;
  }

  /**
   * Starts anew: what the model must know of its data is learned and the first weights are drawn,
   * or both are taken from a trained model.
   *
   * @throws InputException if the folder holds a training already
   */
  public static Training start(Experiment experiment, ModelFolder folder) throws IOException {
    checkFree(folder);
    return start(experiment, folder, false);
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
  public static Training startOver(Experiment experiment, ModelFolder folder) throws IOException {
    return start(experiment, folder, true);
  }

  private static Training start(Experiment experiment, ModelFolder folder, boolean over)
      throws IOException {
    Optional<Origin> origin = Origin.of(experiment.recipe(), folder);
    Preparation prepared = experiment.prepare(origin.map(Origin::folder));
    return opened(
        folder,
        prepared,
        lock -> {
          if (origin.isPresent()) {
            origin.get().giveTo(prepared.model());
          }
          if (!over) {
            // Another may have begun and ended here while the data were read.
            checkFree(folder);
          }
          FolderTask<?> task = prepared.task(folder);
          folder.clear();
          prepared.model().write(folder.path());
          Training training = new Training(folder, lock, prepared, task);
          // Before the description: where a training has begun, there is something to go on from.
          training.keeper.begin(training.state);
          return training;
        });
  }

  /**
   * Goes on from the newest checkpoint; changes of the recipe that fit its shapes count from here
   * on.
   *
   * @param warnings hears of damaged checkpoints
   * @throws InputException if there is no checkpoint, the data or what the model knows of them have
   *     changed, or another training writes here
   */
  public static Training resume(
      Experiment experiment, ModelFolder folder, Consumer<String> warnings) throws IOException {
    folder.verifyForResume();
    Preparation prepared = experiment.prepare(Optional.of(folder));
    return opened(
        folder,
        prepared,
        lock -> {
          Training training = new Training(folder, lock, prepared, prepared.task(folder));
          training.keeper.restore(training.state, warnings);
          return training;
        });
  }

  /**
   * Goes on from the newest checkpoint beside the training that {@link #resume} gives another
   * worker, who writes; this one only reads.
   *
   * @param scratch a folder of this worker's own, for what is needed while training
   */
  public static Training follow(Experiment experiment, ModelFolder folder, ModelFolder scratch)
      throws IOException {
    Preparation prepared = experiment.prepare(Optional.of(folder));
    try {
      FolderLock lock = FolderLock.of(scratch.path());
      Training training = new Training(folder, lock, prepared, prepared.task(scratch));
      training.keeper.restore(training.state, warning -> {});
      return training;
    } catch (IOException | RuntimeException e) {
      prepared.model().close();
      throw e;
    }
  }

  /** How a training is put together once nobody else can write into its folder. */
  @FunctionalInterface
  private interface Opening {
    Training with(FolderLock lock) throws IOException;
  }

  private static Training opened(ModelFolder folder, Preparation prepared, Opening opening)
      throws IOException {
    Model model = prepared.model();
    try {
      FolderLock lock = FolderLock.of(folder.path());
      try {
        Training training = opening.with(lock);
        folder.describe(model.recipe(), model.files());
        return training;
      } catch (IOException | RuntimeException e) {
        lock.undo();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      model.close();
      throw e;
    }
  }

  /** One line about what is to be trained. */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%s: %,d parameters, %s",
        model.recipe().name(),
        Parameters.count(model.network()),
        task.summary());
  }

  /** See {@link FolderTask#remarks}. */
  public List<String> remarks() {
    return task.remarks();
  }

  /** What is trained, and how. */
  public Recipe recipe() {
    return model.recipe();
  }

  /** What items are called: see {@link gloss.train.Task#unit}. */
  public String unit() {
    return task.unit();
  }

  /**
   * Trains; at the end the model has the best weights.
   *
   * @param observers beside the log and the keeper of checkpoints
   * @param interrupted asked after each step
   */
  public Stop run(List<Observer> observers, BooleanSupplier interrupted) throws IOException {
    int workers = recipe().training().distributed().workers();
    if (workers > 1) {
      throw new InputException(
          "training.distributed.workers is "
              + workers
              + ": train with gloss spark train, or with --set training.distributed.workers=1");
    }
    return run(observers, interrupted, Ring.ALONE);
  }

  /**
   * Trains together with other workers.
   *
   * @param observers as above; of the leader only
   * @param interrupted the leader's is asked after each common step
   * @param ring the connection with the others
   */
  public Stop run(List<Observer> observers, BooleanSupplier interrupted, Ring ring)
      throws IOException {
    TrainingRecipe recipe = recipe().training();
    Peers peers = new Peers(ring, recipe.distributed());
    if (ring.rank() > 0) {
      return new Trainer<>(recipe, task, List.of(), peers).run(state, interrupted);
    }
    List<Observer> all = new ArrayList<>();
    all.add(new JsonLog(folder.log(), about, task.unit(), recipe.validate().metric()));
    all.add(new TensorBoard(folder.path(), task.unit()));
    // After the logs: what a checkpoint holds is not done again, so it must have been told before.
    all.add(keeper);
    all.addAll(observers);
    Stop stop = new Trainer<>(recipe, task, all, peers).run(state, interrupted);
    if (stop.complete()) {
      task.finished();
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
  public Model model() {
    return model;
  }

  @Override
  public void close() throws IOException {
    state.close();
    model.close();
    task.close();
    lock.close();
  }
}
