package gloss.spark;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.function.Consumer;
import org.apache.spark.SparkContext;

/** The executors that a cluster gives; it may give them late. */
final class Executors {
  private static final int LOOK_MILLISECONDS = 50;
  private static final int LOOKS_BEFORE_TELLING = 300;

  /** What an application is called that no master has given a name. */
  private static final String UNREGISTERED = "spark-application-";

  private final SparkContext context;
  private final Consumer<String> warnings;

  /**
   * Executors of an application.
   *
   * @param warnings hears that one has to wait
   */
  Executors(SparkContext context, Consumer<String> warnings) {
    this.context = context;
    this.warnings = warnings;
  }

  /**
   * Waits for the first.
   *
   * @throws IOException if the cluster gives up
   */
  void await() throws IOException {
    for (int looks = 0; count() == 0; looks++) {
      if (context.isStopped()) {
        throw new IOException(context.master() + ": " + reason());
      }
      if (looks == LOOKS_BEFORE_TELLING) {
        warnings.accept(
            context.master()
                + ": waiting for an executor; the cluster is busy, or has no worker with "
                + context.executorMemory()
                + " MB free (--conf spark.executor.memory=512m asks for less)");
      }
      pause();
    }
  }

  private String reason() {
    return context.applicationId().startsWith(UNREGISTERED)
        ? "what listens there does not answer as a master of Spark " + context.version() + " does"
        : "no executor could start, so the cluster has ended this application; its log says why";
  }

  private int count() {
    // The driver counts as one.
    return context.isStopped() ? 0 : context.statusTracker().getExecutorInfos().length - 1;
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(LOOK_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for an executor");
    }
  }
}
