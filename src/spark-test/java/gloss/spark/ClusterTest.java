package gloss.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gloss.text.InputException;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

/** What is told of a cluster that cannot be had, or breaks. */
class ClusterTest {
  @Test
  void aMasterThatDoesNotAnswer() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    assertThatThrownBy(
            () ->
                Cluster.connect(
                    "test",
                    "spark://127.0.0.1:" + free,
                    Map.of(),
                    Cluster.Sharing.TOGETHER,
                    line -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("spark://127.0.0.1:" + free + ": no master answers");
  }

  @Test
  void aMasterThatThereCannotBe() {
    for (String master : new String[] {"somewhere", "spark://head", "spark://head:x"}) {
      assertThatThrownBy(
              () -> Cluster.connect("test", master, Map.of(), Cluster.Sharing.TOGETHER, line -> {}))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith("--master " + master + ": ");
    }
  }

  /** In one process the engine takes one gradient at a time. */
  @Test
  void workersThatTrainHaveAnExecutorEach() {
    SparkConf one = new SparkConf(false);
    Cluster.prepareExecutors(one, Cluster.Sharing.APART);
    assertThat(one.get("spark.executor.cores")).isEqualTo("1");
    assertThat(one.get("spark.task.cpus")).isEqualTo("1");
    assertThat(one.get("spark.executorEnv.OMP_NUM_THREADS")).isEqualTo("1");
    SparkConf eight = new SparkConf(false).set("spark.executor.cores", "8");
    Cluster.prepareExecutors(eight, Cluster.Sharing.APART);
    assertThat(eight.get("spark.task.cpus")).isEqualTo("8");
    assertThat(eight.get("spark.executorEnv.OMP_NUM_THREADS")).isEqualTo("8");
  }

  @Test
  void tasksThatShareAnExecutorHaveAThreadEach() {
    SparkConf conf = new SparkConf(false).set("spark.executor.cores", "8");
    Cluster.prepareExecutors(conf, Cluster.Sharing.TOGETHER);
    assertThat(conf.contains("spark.task.cpus")).isFalse();
    assertThat(conf.get("spark.executorEnv.OMP_NUM_THREADS")).isEqualTo("1");
  }

  @Test
  void theLastFailureOfATaskIsTold() {
    String spark =
        "Job aborted due to stage failure: Task 0 in stage 1.0 failed 4 times, most recent"
            + " failure: Lost task 0.3 in stage 1.0 (TID 5) (10.0.0.7 executor 1): ";
    assertThat(failure(spark + "java.lang.UnsatisfiedLinkError: no torch\n\tat a.b(C.java:1)"))
        .isInstanceOf(ClusterFailure.class)
        .hasMessage("a task failed on 10.0.0.7: UnsatisfiedLinkError: no torch");
    assertThat(
            failure(
                spark
                    + "ExecutorLostFailure (executor 1 exited caused by one of the running tasks)"
                    + " Reason: Command exited with code 134\nDriver stacktrace:"))
        .hasMessageContaining("a task failed on 10.0.0.7: ExecutorLostFailure")
        .hasMessageEndingWith("code 134");
    assertThat(failure(spark + "java.lang.NoClassDefFoundError: gloss/spark/Gone\n\tat"))
        .hasMessageContaining("another version of Gloss, Spark or Java")
        .hasMessageContaining("gloss/spark/Gone");
    assertThat(failure(spark + "gloss.text.InputException: in:3: not utf-8\n\tat"))
        .isInstanceOf(InputException.class)
        .hasMessage("in:3: not utf-8");
    assertThat(
            failure(
                spark
                    + "java.io.InvalidClassException: gloss.spark.ScoredPart; local class"
                    + " incompatible: stream classdesc\n\tat"))
        .isInstanceOf(ClusterFailure.class)
        .hasMessageContaining("another version of Gloss, Spark or Java")
        .hasMessageNotContaining("\n");
  }

  private static RuntimeException failure(String message) {
    return ClusterFailure.of(new IllegalStateException(message));
  }

  @Test
  void aWorkerWithAnotherGloss() {
    Versions driver = new Versions("1.2", "2.7.1");
    driver.check(new Versions("1.2", "2.7.1"));
    assertThatThrownBy(() -> driver.check(new Versions("1.1", "2.7.1")))
        .isInstanceOf(ClusterFailure.class)
        .hasMessageContaining("1.1 with PyTorch 2.7.1 there, 1.2 with PyTorch 2.7.1 here");
  }
}
