package gloss.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A training in a process of its own, which can be watched, interrupted and killed. */
final class TrainingProcess {
  private static final int MOST_SECONDS = 240;

  private final Path folder;
  private final Process process;

  private TrainingProcess(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
  }

  /** The command line of a training into {@code folder/model}; {@code more} are its options. */
  static Processes gloss(Path folder, Path recipe, String... more) {
    List<String> command = new ArrayList<>(List.of("train", recipe.toString(), "--samples", "0"));
    command.addAll(List.of("--out", folder.resolve("model").toString()));
    command.addAll(List.of(more));
    return Processes.gloss(command.toArray(String[]::new));
  }

  /** Values of the recipe as options. */
  static String[] set(String... settings) {
    return Stream.of(settings).flatMap(s -> Stream.of("--set", s)).toArray(String[]::new);
  }

  /** Starts a training into {@code folder/model}. */
  static TrainingProcess start(Path folder, Path recipe, String... more) throws IOException {
    return new TrainingProcess(folder, gloss(folder, recipe, more).start(folder));
  }

  Process process() {
    return process;
  }

  Path model() {
    return folder.resolve("model");
  }

  String err() throws IOException {
    return Files.readString(folder.resolve("err"));
  }

  /** The lines that say what went wrong. */
  List<String> failures() throws IOException {
    return err().lines().filter(line -> line.startsWith("gloss: ")).toList();
  }

  private static String read(Path file) throws IOException {
    return Files.exists(file) ? Files.readString(file) : "";
  }

  String log() throws IOException {
    return read(model().resolve("log.jsonl"));
  }

  /** Steps of the newest checkpoint; −1 without one. */
  static long newest(Path model) throws IOException {
    Path checkpoints = model.resolve("checkpoints");
    if (!Files.isDirectory(checkpoints)) {
      return -1;
    }
    try (Stream<Path> files = Files.list(checkpoints)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("step-"))
          .mapToLong(name -> Long.parseLong(name.replaceAll("\\D", "")))
          .max()
          .orElse(-1);
    }
  }

  /** Waits for something while the process runs; whether it came before the process ended. */
  boolean await(Callable<Boolean> seen) throws Exception {
    for (int i = 0; i < MOST_SECONDS * 50; i++) {
      if (seen.call()) {
        return true;
      }
      if (!process.isAlive()) {
        return seen.call();
      }
      Thread.sleep(20);
    }
    throw new AssertionError("waited in vain; stderr: " + err());
  }

  TrainingProcess awaitLog(String text) throws Exception {
    assertThat(await(() -> log().contains(text))).as(err()).isTrue();
    return this;
  }

  TrainingProcess awaitErr(String text) throws Exception {
    assertThat(await(() -> err().contains(text))).as(err()).isTrue();
    return this;
  }

  /** Sends INT or TERM; the test is skipped where whatever is started from here ignores it. */
  void signal(String name) throws Exception {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    assumeTrue(Files.exists(status), "skipped: no /proc here");
    String ignored =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .findFirst()
            .orElseThrow();
    long mask = Long.parseUnsignedLong(ignored.split("\\s+")[1], 16);
    boolean deaf = (mask >> (name.equals("INT") ? 1 : 14) & 1) == 1;
    if (deaf) {
      kill();
    }
    assumeFalse(deaf, "skipped: the signal is ignored by whatever is started from here");
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Waits for the end; gives the exit code. */
  int join() throws Exception {
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      kill();
      throw new AssertionError("still running; stderr: " + err());
    }
    return process.exitValue();
  }
}
