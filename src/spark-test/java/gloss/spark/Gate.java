package gloss.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.spark.TaskContext;

/**
 * Holds a task on a cluster until a test has done what it has to do meanwhile.
 *
 * @param folder that both can see
 * @param partition whose task is held
 */
record Gate(String folder, int partition) implements Serializable {
  private static final int MOST_SECONDS = 300;
  private static final String OPEN = "open";

  /** In a task of this partition: tells that it is here, and waits. Others pass. */
  void pass() {
    if (TaskContext.get() == null || TaskContext.getPartitionId() != partition) {
      return;
    }
    try {
      Path open = Path.of(folder, OPEN);
      if (!Files.exists(open)) {
        Files.createDirectories(Path.of(folder));
        Files.writeString(Path.of(folder, Long.toString(ProcessHandle.current().pid())), "");
      }
      for (int i = 0; !Files.exists(open) && i < MOST_SECONDS * 50; i++) {
        Thread.sleep(20);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** In the test: waits for the task; gives the process that it is in. */
  long awaitTask(CompletableFuture<?> work) throws Exception {
    Files.createDirectories(Path.of(folder));
    for (int i = 0; i < MOST_SECONDS * 50; i++) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        var here = files.findAny();
        if (here.isPresent()) {
          return Long.parseLong(here.get().getFileName().toString());
        }
      }
      if (work.isDone()) {
        throw new AssertionError("no task has come; the work gave " + work.get());
      }
      Thread.sleep(20);
    }
    throw new AssertionError("no task has come");
  }

  /** In the test: from now on nobody waits. */
  void open() throws IOException {
    Files.writeString(Path.of(folder, OPEN), "");
  }
}
