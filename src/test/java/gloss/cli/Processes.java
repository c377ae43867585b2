package gloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Starts programs as a user's shell would and waits for them: {@code
 * Processes.gloss("score").stdin("Hello.\n").run()}.
 */
public final class Processes {
  private static final int MOST_SECONDS = 300;
  private static final Path PROJECT =
      Path.of(System.getProperty("basedir", System.getProperty("user.dir")));

  private final List<String> command;
  private final Map<String, String> variables = new HashMap<>();
  private byte[] stdin = {};
  private Path folder = PROJECT;

  private Processes(List<String> command) {
    this.command = new ArrayList<>(command);
  }

  /** What a process left behind. */
  public record Result(int exit, String out, String err) {
    /** This result, after a check that all went well and nothing was said on stderr. */
    public Result ok() {
      assertThat(err).isEmpty();
      assertThat(exit).isZero();
      return this;
    }

    /** The lines of stderr. */
    public List<String> errLines() {
      return err.lines().toList();
    }
  }

  /** The {@code gloss} command line in a JVM of its own. */
  public static Processes gloss(String... args) {
    Path lib = PROJECT.resolve("target/lib");
    assertThat(lib).as("made by Maven's process-classes phase").isDirectory();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Dai.djl.offline=true");
    command.add("-cp");
    command.add(PROJECT.resolve("target/classes") + File.pathSeparator + lib + "/*");
    command.add("gloss.cli.Gloss");
    command.addAll(Arrays.asList(args));
    return new Processes(command);
  }

  /** The same command through a shell: {@code "$@"} stands for it in the script. */
  public Processes through(String script) {
    command.addAll(0, List.of("sh", "-c", script, "sh"));
    return this;
  }

  /** Any program. */
  public static Processes of(List<String> command) {
    return new Processes(command);
  }

  /** The project's folder. */
  public static Path project() {
    return PROJECT;
  }

  /** Options for the JVM of {@link #gloss}. */
  public Processes jvm(String... options) {
    command.addAll(1, Arrays.asList(options));
    return this;
  }

  public Processes stdin(byte[] bytes) {
    stdin = bytes.clone();
    return this;
  }

  public Processes stdin(String text) {
    return stdin(text.getBytes(StandardCharsets.UTF_8));
  }

  public Processes variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  public Processes in(Path workingFolder) {
    folder = workingFolder;
    return this;
  }

  /** Runs the process to its end. The streams go through files, so none can block another. */
  public Result run() {
    try {
      Path streams = Files.createTempDirectory("process");
      try {
        return run(streams);
      } finally {
        for (String name : List.of("in", "out", "err")) {
          Files.deleteIfExists(streams.resolve(name));
        }
        Files.delete(streams);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private Result run(Path streams) throws IOException, InterruptedException {
    Process process = start(streams);
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new AssertionError("still running after " + MOST_SECONDS + " s: " + command);
    }
    return new Result(
        process.exitValue(),
        Files.readString(streams.resolve("out")),
        Files.readString(streams.resolve("err")));
  }

  /** Starts the process and does not wait; its streams go to files in the folder given. */
  public Process start(Path streams) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(Files.write(streams.resolve("in"), stdin).toFile())
            .redirectOutput(streams.resolve("out").toFile())
            .redirectError(streams.resolve("err").toFile());
    builder.environment().putAll(variables);
    return builder.start();
  }
}
