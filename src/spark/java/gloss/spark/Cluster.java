package gloss.spark;

import gloss.text.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * The connection to a cluster. It takes what {@code spark-submit} has set; what it has not set gets
 * values that suit: the master is this machine with all its cores, and the program's own jars are
 * sent to the executors.
 */
public final class Cluster implements AutoCloseable {
  private final JavaSparkContext context;

  private Cluster(JavaSparkContext context) {
    this.context = context;
  }

  /** How tasks share the executors. */
  public enum Sharing {
    /** An executor has as many tasks as cores, each with one thread of the engine. */
    TOGETHER,
    /**
     * A task has an executor for itself, and as many threads of the engine as that has cores. The
     * engine takes the gradient of one task in a process at a time.
     */
    APART
  }

  /** What a job does on the cluster. */
  @FunctionalInterface
  public interface Job<T> {
    /** Does it. */
    T run(JavaSparkContext context) throws IOException;
  }

  /**
   * Connects.
   *
   * @param name what the cluster shows
   * @param master where it is; empty for what {@code spark-submit} says, or for this machine
   * @param settings of Spark, by name
   * @param sharing of the executors by tasks
   * @param warnings hears of what one has to wait for
   * @throws InputException if there is no such kind of master
   * @throws IOException if no master answers, or the cluster has no place for this
   */
  public static Cluster connect(
      String name,
      String master,
      Map<String, String> settings,
      Sharing sharing,
      Consumer<String> warnings)
      throws IOException {
    SparkConf conf = new SparkConf().setAppName(name);
    if (!master.isEmpty()) {
      conf.setMaster(master);
    }
    conf.setIfMissing("spark.master", "local[*]");
    settings.forEach(conf::set);
    boolean local = conf.get("spark.master").startsWith("local");
    if (local) {
      conf.setIfMissing("spark.ui.enabled", "false");
    } else {
      prepareExecutors(conf, sharing);
    }
    Masters.check(conf.get("spark.master"));
    try {
      Cluster cluster = new Cluster(new JavaSparkContext(conf));
      if (!local) {
        new Executors(cluster.context.sc(), warnings).await();
      }
      return cluster;
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      // Spark throws checked exceptions that Java does not know of.
      throw refused(conf.get("spark.master"), e);
    }
  }

  /** What executors need that {@code spark-submit} and the user have not said. */
  static void prepareExecutors(SparkConf conf, Sharing sharing) {
    if (sharing == Sharing.APART) {
      conf.setIfMissing("spark.executor.cores", "1");
      conf.setIfMissing("spark.task.cpus", conf.get("spark.executor.cores"));
    }
    // Tasks work side by side; more threads of the engine than a task's would be in others' way.
    conf.setIfMissing("spark.executorEnv.OMP_NUM_THREADS", conf.get("spark.task.cpus", "1"));
    conf.setIfMissing("spark.executorEnv.GOMP_SPINCOUNT", "10000");
    // Workers that train wait for each other; Spark would look every 15 s whether there is room.
    conf.setIfMissing("spark.scheduler.barrier.maxConcurrentTasksCheck.interval", "1s");
    conf.setIfMissing("spark.scheduler.barrier.maxConcurrentTasksCheck.maxFailures", "300");
    String java = conf.get("spark.executor.extraJavaOptions", "");
    conf.set("spark.executor.extraJavaOptions", (java + " -Dai.djl.offline=true").strip());
    String jars =
        Stream.concat(Arrays.stream(conf.get("spark.jars", "").split(",", -1)), ownJars().stream())
            .filter(jar -> !jar.isEmpty())
            .distinct()
            .collect(Collectors.joining(","));
    conf.set("spark.jars", jars);
  }

  private static RuntimeException refused(String master, Exception e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("Master URL")
        ? new InputException(
            "--master "
                + master
                + ": there is no such kind; write local[*], spark://HOST:7077, yarn or k8s://…",
            e)
        : ClusterFailure.of(e);
  }

  /** The jar of this class and those beside it in {@code lib}; none where it runs from classes. */
  private static List<String> ownJars() {
    try {
      Path jar = Path.of(Cluster.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path lib = jar.resolveSibling("lib");
      if (!Files.isRegularFile(jar)) {
        return List.of();
      }
      try (Stream<Path> others = Files.isDirectory(lib) ? Files.list(lib) : Stream.empty()) {
        return Stream.concat(Stream.of(jar), others.sorted())
            .map(path -> path.toUri().toString())
            .filter(uri -> uri.endsWith(".jar"))
            .collect(Collectors.toList());
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs a job.
   *
   * @throws InputException for a mistake of the user that was found on the cluster
   * @throws ClusterFailure if the cluster failed
   */
  public <T> T run(Job<T> job) throws IOException {
    try {
      return job.run(context);
    } catch (RuntimeException e) {
      throw ClusterFailure.of(e);
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      // Spark throws checked exceptions that Java does not know of.
      throw ClusterFailure.of(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
