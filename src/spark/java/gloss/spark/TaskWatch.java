package gloss.spark;

import gloss.train.SocketRing;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.spark.TaskContext;

/**
 * Cuts the connections of a task that Spark has ended, as it does with all workers when one is
 * lost: a machine that vanishes says no good-bye, and others would wait for its words for hours.
 */
final class TaskWatch implements AutoCloseable {
  private static final int LOOK_MILLISECONDS = 500;

  private final CountDownLatch over = new CountDownLatch(1);

  /** Watches a task until this is closed. */
  TaskWatch(TaskContext task, SocketRing ring) {
    Thread thread = new Thread(() -> watch(task, ring), "gloss-task-watch");
    thread.setDaemon(true);
    thread.start();
  }

  private void watch(TaskContext task, SocketRing ring) {
    try {
      while (!over.await(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS)) {
        if (task.isInterrupted()) {
          ring.close();
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      // What cannot be closed is not open.
    }
  }

  @Override
  public void close() {
    over.countDown();
  }
}
