package gloss.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * A master and workers on the loopback, each a JVM of its own that Spark's artifacts are enough
 * for. Workers have room for two applications of two tasks each.
 */
final class StandaloneCluster implements AutoCloseable {
  private static final int CORES = 4;
  private static final int MOST_SECONDS = 300;
  private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
  private static final Pattern WORKER = Pattern.compile("Successfully registered with master");

  /** What Spark needs and Gloss has, too; all else has to come with the program. */
  private static final Pattern SHARED =
      Pattern.compile("(netty|slf4j|jackson|commons|jspecify|gson).*");

  private final Path folder;
  private final List<Process> processes = new ArrayList<>();
  private final String master;

  /**
   * Starts a master and two workers.
   *
   * @param folder where they work
   * @param target of the build
   */
  StandaloneCluster(Path folder, Path target) throws Exception {
    this.folder = folder;
    Path jars = Files.createDirectories(folder.resolve("jars"));
    link(target.resolve("spark-lib"), Pattern.compile(".*"), jars);
    link(target.resolve("lib"), SHARED, jars);
    boolean up = false;
    try {
      master = start("master.Master", MASTER, "--port", "0");
      addWorker();
      addWorker();
      up = true;
    } finally {
      if (!up) {
        close();
      }
    }
  }

  private static void link(Path from, Pattern names, Path to) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        if (names.matcher(file.getFileName().toString()).matches()) {
          Files.createSymbolicLink(to.resolve(file.getFileName()), file.toAbsolutePath());
        }
      }
    }
  }

  /** Its address. */
  String master() {
    return master;
  }

  /** One more worker. */
  void addWorker() throws Exception {
    String work = folder.resolve("work" + processes.size()).toString();
    String[] room = {"--cores", Integer.toString(CORES), "--memory", "3g", "--work-dir", work};
    start(
        "worker.Worker",
        WORKER,
        Stream.concat(Stream.of(room), Stream.of(master)).toArray(String[]::new));
  }

  /** Options of every JVM of Spark's. */
  static List<String> options(String heap) {
    List<String> options = new ArrayList<>(List.of(JavaModuleOptions.defaultModuleOptionArray()));
    options.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx" + heap));
    return options;
  }

  /** A JVM with Spark on its class path; its words go to a file. */
  private String start(String main, Pattern awaited, String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(options("256m"));
    command.add("-Dorg.slf4j.simpleLogger.log.org.apache.spark.deploy=info");
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    command.addAll(List.of("-cp", folder.resolve("jars") + File.separator + "*"));
    command.add("org.apache.spark.deploy." + main);
    command.addAll(List.of("--host", "127.0.0.1", "--webui-port", "0"));
    command.addAll(List.of(words));
    Path log = folder.resolve("log" + processes.size());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment());
    Process process = builder.start();
    processes.add(process);
    return await(process, log, awaited);
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private Map<String, String> environment() {
    return Map.of(
        "SPARK_HOME",
        folder.toString(),
        "SPARK_SCALA_VERSION",
        "2.13",
        "SPARK_LOCAL_IP",
        "127.0.0.1",
        "JAVA_HOME",
        System.getProperty("java.home"));
  }

  private static String await(Process process, Path log, Pattern awaited) throws Exception {
    for (int i = 0; i < MOST_SECONDS * 20; i++) {
      Matcher found = awaited.matcher(Files.readString(log));
      if (found.find()) {
        return found.group(found.groupCount());
      }
      assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
      Thread.sleep(50);
    }
    throw new AssertionError("waited in vain: " + Files.readString(log));
  }

  /** Kills, as a power cut would, the worker of which a process is an executor, with all it has. */
  void kill(long executor) {
    ProcessHandle worker = ProcessHandle.of(executor).orElseThrow().parent().orElseThrow();
    assertThat(processes).extracting(Process::pid).contains(worker.pid());
    List<ProcessHandle> all = new ArrayList<>(List.of(worker));
    worker.descendants().forEach(all::add);
    all.forEach(ProcessHandle::destroyForcibly);
  }

  /** The executors that there are. */
  List<Long> executors() {
    return processes.stream()
        .flatMap(process -> process.children())
        .map(ProcessHandle::pid)
        .toList();
  }

  @Override
  public void close() throws IOException {
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    try (Stream<Path> links = Files.list(folder.resolve("jars"))) {
      for (Path link : links.toList()) {
        Files.delete(link);
      }
    }
  }
}
