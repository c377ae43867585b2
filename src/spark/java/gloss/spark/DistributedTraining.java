package gloss.spark;

import gloss.model.ModelFolder;
import gloss.model.Training;
import gloss.nn.NoGradients;
import gloss.recipe.Recipe;
import gloss.report.ReportPage;
import gloss.task.Tasks;
import gloss.text.InputException;
import gloss.train.Observer;
import gloss.train.SocketRing;
import gloss.train.Stop;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.Serializable;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.BarrierTaskContext;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.jspecify.annotations.Nullable;
import scala.Function1;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;

/**
 * Trains on several workers: the tasks of a barrier stage, which start together and are connected
 * in a ring. What they exchange is said by the recipe's {@code training.distributed}. The first of
 * them validates and writes into the model's folder what {@code gloss train} writes.
 *
 * <p>The recipe, its data and the model's folder must have the same path on all machines.
 *
 * <p>When a worker is lost all of them begin again from the newest checkpoint, by themselves, as
 * long as there is progress between two losses.
 */
public final class DistributedTraining {
  /** While it is in the model's folder the workers stop after the step under way. */
  private static final String STOP = ".stop";

  private static final int LOSSES_WITHOUT_PROGRESS = 3;

  /** By what Spark's words for it are known. */
  private static final String TOO_FEW_SLOTS = "SPARK-24819";

  private static final int PATIENCE_SECONDS = 120;
  private static final int SECONDS_BEFORE_TELLING = 15;

  private final JavaSparkContext context;
  private final Order order;
  private final Consumer<String> warnings;
  private long sent;

  /**
   * What all workers are told.
   *
   * @param recipe its file
   * @param settings in place of the recipe's
   * @param folder of the model
   */
  private record Order(String recipe, List<String> settings, String folder, long secret)
      implements Serializable {
    Recipe read() throws IOException {
      return Recipe.load(Path.of(recipe), settings);
    }

    ModelFolder model() {
      return new ModelFolder(Path.of(folder));
    }
  }

  /**
   * A training.
   *
   * @param recipe its file
   * @param settings in place of the recipe's, such as {@code training.seed=2}
   * @param folder of the model; a training has begun there
   * @param warnings hears of lost workers
   */
  public DistributedTraining(
      JavaSparkContext context,
      Path recipe,
      List<String> settings,
      Path folder,
      Consumer<String> warnings) {
    this.context = context;
    this.warnings = warnings;
    order =
        new Order(
            recipe.toAbsolutePath().toString(),
            new ArrayList<>(settings),
            folder.toAbsolutePath().toString(),
            new SecureRandom().nextLong());
  }

  /** How many bytes a worker has sent to the next since all began, or began again. */
  public long sent() {
    return sent;
  }

  /** Asks the workers to stop after the step under way, and to keep what they have. */
  public void stop() throws IOException {
    Files.writeString(Path.of(order.folder).resolve(STOP), "");
  }

  /**
   * Trains to the end, or until {@link #stop}.
   *
   * @return what the leader says of the end
   */
  public Stop run() throws IOException {
    if (!Files.isDirectory(order.model().checkpoints())) {
      throw InputException.in(
          Path.of(order.folder), "there is no training here to go on with; begin one");
    }
    Files.deleteIfExists(Path.of(order.folder).resolve(STOP));
    int losses = 0;
    String before = newest();
    while (true) {
      try {
        Stop stop = attempt();
        Files.deleteIfExists(Path.of(order.folder).resolve(STOP));
        return stop;
      } catch (Exception e) {
        RuntimeException told = told(e);
        String now = newest();
        losses = now.equals(before) ? losses + 1 : 1;
        before = now;
        if (told instanceof InputException || losses >= LOSSES_WITHOUT_PROGRESS) {
          throw told;
        }
        warnings.accept(told.getMessage() + "; going on from the newest checkpoint");
      }
    }
  }

  private RuntimeException told(Exception e) throws IOException {
    RuntimeException told = ClusterFailure.of(e);
    if (!String.valueOf(told.getMessage()).contains(TOO_FEW_SLOTS)) {
      return told;
    }
    return new InputException(
        "training.distributed.workers is "
            + order.read().training().distributed().workers()
            + ", but "
            + context.sc().master()
            + " has not so many cores free for tasks; take fewer workers, or give it more cores",
        e);
  }

  private String newest() throws IOException {
    Path checkpoints = order.model().checkpoints();
    if (!Files.isDirectory(checkpoints)) {
      return "";
    }
    try (Stream<Path> files = Files.list(checkpoints)) {
      return files.map(Path::toString).max(Comparator.naturalOrder()).orElse("");
    }
  }

  /** A function of Scala's that can be sent. */
  private interface Work
      extends Function1<Iterator<Integer>, Iterator<List<String>>>, Serializable {}

  private Stop attempt() throws IOException {
    int workers = order.read().training().distributed().workers();
    checkSlots(workers);
    Order told = order;
    Versions driver = Versions.here();
    Work work =
        ranks -> {
          driver.check();
          return CollectionConverters.asScala(List.of(work(told)).iterator());
        };
    List<List<String>> ends =
        context
            .parallelize(IntStream.range(0, workers).boxed().toList(), workers)
            .rdd()
            .barrier()
            .mapPartitions(work, false, ClassTag.apply(List.class))
            .toJavaRDD()
            .collect();
    sent = Long.parseLong(ends.get(0).get(2));
    return new Stop(ends.get(0).get(0).equals("complete"), ends.get(0).get(1));
  }

  /** A cluster may have more cores soon, as when a lost machine is replaced; this machine not. */
  private void checkSlots(int workers) throws IOException {
    String master = context.sc().master();
    if (master.startsWith("local") && context.defaultParallelism() < workers) {
      throw new InputException(
          "training.distributed.workers is "
              + workers
              + ", but --master "
              + master
              + " has only "
              + context.defaultParallelism()
              + "; write --master local["
              + workers
              + "]");
    }
    int cores = workers * context.getConf().getInt("spark.task.cpus", 1);
    for (int i = 0; i < SECONDS_BEFORE_TELLING && context.defaultParallelism() < cores; i++) {
      pause();
    }
    if (context.defaultParallelism() < cores) {
      warnings.accept(
          master
              + ": waiting for cores, five minutes at most; there are "
              + context.defaultParallelism()
              + ", and training.distributed.workers is "
              + workers
              + (cores > workers ? ", with " + cores / workers + " cores each" : ""));
    }
  }

  /** What one worker does; those of one process take turns in the engine. */
  private static List<String> work(Order order) {
    BarrierTaskContext task = BarrierTaskContext.get();
    int rank = task.partitionId();
    int size = task.getTaskInfos().length;
    WorkerEngine.load();
    Path scratch = null;
    try (ServerSocket server = new ServerSocket(0);
        NoGradients scope = new NoGradients()) {
      scratch = Files.createTempDirectory("gloss-worker");
      String host = SparkEnv.get().blockManager().blockManagerId().host();
      // The followers read a checkpoint before the leader writes any.
      try (Training training = open(order, task, scratch)) {
        String[] all = task.allGather(host + " " + server.getLocalPort());
        String[] next = all[(rank + 1) % size].split(" ", -1);
        InetSocketAddress following = new InetSocketAddress(next[0], Integer.parseInt(next[1]));
        try (SocketRing ring = SocketRing.join(rank, size, server, following, order.secret);
            TaskWatch watch = new TaskWatch(task, ring)) {
          Stop stop = train(order, task, training, ring);
          return new ArrayList<>(
              List.of(
                  stop.complete() ? "complete" : "interrupted",
                  stop.reason(),
                  Long.toString(ring.sent())));
        }
      }
    } catch (IOException e) {
      throw new ClusterFailure("worker " + rank + " of " + size + ": " + e);
    } finally {
      delete(scratch);
    }
  }

  private static Stop train(
      Order order, BarrierTaskContext task, Training training, SocketRing ring) throws IOException {
    Path mark = Path.of(order.folder).resolve(STOP);
    List<Observer> report =
        ring.rank() == 0 ? List.of(new ReportPage(Path.of(order.folder))) : List.of();
    return training.run(report, () -> Files.exists(mark) || task.isInterrupted(), ring);
  }

  private static Training open(Order order, BarrierTaskContext task, Path scratch)
      throws IOException {
    Recipe recipe = order.read();
    if (task.partitionId() > 0) {
      return Training.follow(Tasks.of(recipe), order.model(), new ModelFolder(scratch));
    }
    // The leader of before may not have noticed yet that it has lost a worker.
    for (int i = 0; i < PATIENCE_SECONDS && order.model().isBusy(); i++) {
      pause();
    }
    return Tasks.resume(recipe, order.model(), warning -> {});
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private static void delete(@Nullable Path folder) {
    if (folder != null) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
      } catch (IOException e) {
        // It is in the folder for temporary files.
      }
    }
  }
}
