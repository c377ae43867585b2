package gloss.spark;

import static org.assertj.core.api.Assertions.assertThat;

import gloss.cli.Processes;
import gloss.model.ModelFolder;
import gloss.pipeline.Translator;
import gloss.recipe.Recipe;
import gloss.score.Segment;
import gloss.score.TextMetric;
import gloss.score.job.SegmentRows;
import gloss.score.significance.Evaluation;
import gloss.task.Tasks;
import gloss.task.TinyCorpus;
import gloss.train.Safetensors;
import gloss.train.Stop;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jar as it is built, on a master and two workers that are processes of their own, of which
 * some are killed in the midst of their work.
 */
@Timeout(600)
@EnabledIfSystemProperty(
    named = "gloss.jar",
    matches = ".+",
    disabledReason = "runs once more when the jar is there")
class StandaloneClusterTest {
  private static final int LINES = 240;
  private static final int PARTITIONS = 6;
  private static final int HELD = 4;
  private static final int STEPS = 80;
  private static final int EVERY = 5;

  @TempDir(cleanup = CleanupMode.ALWAYS)
  static Path folder;

  private static Path jar;
  private static StandaloneCluster machines;
  private static Cluster cluster;
  private static Path model;
  private static final List<String> SOURCE = new ArrayList<>();
  private static final List<String> REFERENCE = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    jar = Path.of(System.getProperty("gloss.jar")).toAbsolutePath();
    machines =
        new StandaloneCluster(folder.resolve("spark"), Processes.project().resolve("target"));
    model = TinyCorpus.train(folder.resolve("tiny"), "training.until=[4 steps]");
    List<String> words = List.of("one", "two", "three", "four", "five");
    for (int i = 0; i < LINES; i++) {
      SOURCE.add(String.join(" ", words.subList(i % 3, i % 3 + 1 + i % 2)) + ".");
      REFERENCE.add(SOURCE.get(i * 7 % (i + 1)));
    }
    Files.write(folder.resolve("source"), SOURCE);
    Files.write(folder.resolve("reference"), REFERENCE);
    cluster =
        Cluster.connect(
            "test",
            machines.master(),
            Map.of(
                "spark.jars", String.join(",", jar + "", jars(jar.resolveSibling("lib")), tests()),
                // No more than one of these has room on a worker, so that only one is lost with it.
                "spark.executor.memory", "1600m",
                "spark.executor.cores", "2",
                "spark.cores.max", "4",
                "spark.executor.extraJavaOptions", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
                "spark.ui.enabled", "false",
                "spark.driver.host", "127.0.0.1",
                "spark.driver.bindAddress", "127.0.0.1"),
            Cluster.Sharing.TOGETHER,
            line -> {});
  }

  @AfterAll
  static void close() throws IOException {
    if (cluster != null) {
      cluster.close();
    }
    if (machines != null) {
      machines.close();
    }
  }

  private static String jars(Path lib) throws IOException {
    try (Stream<Path> files = Files.list(lib)) {
      return String.join(",", files.map(Path::toString).sorted().toList());
    }
  }

  /** What of the tests the executors need. */
  private static String tests() throws Exception {
    Path classes =
        Path.of(
            StandaloneClusterTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    Path file = folder.resolve("tests.jar");
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jars = new JarOutputStream(out);
        Stream<Path> all = Files.list(classes.resolve("gloss/spark"))) {
      for (Path one : all.filter(Files::isRegularFile).toList()) {
        jars.putNextEntry(new JarEntry("gloss/spark/" + one.getFileName()));
        Files.copy(one, jars);
      }
    }
    return file.toString();
  }

  /** Does something while a worker is killed that has come to the gate. */
  private static void withoutOneWorker(Gate gate, CompletableFuture<?> work) throws Exception {
    machines.kill(gate.awaitTask(work));
    gate.open();
    machines.addWorker();
    work.get(5, TimeUnit.MINUTES);
  }

  private static <T> CompletableFuture<T> aside(Cluster.Job<T> job) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return cluster.run(job);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static String path(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void scoresLoseNothingWithAWorker() throws Exception {
    Gate gate = new Gate(path("scoring-gate"), HELD);
    MetricSource held = new Held.Metrics(gate);
    List<TextMetric> metrics = held.metrics();
    ScoringInput input =
        new ScoringInput(
            List.of(path("reference")), 1, List.of(path("source")), "", "utf-8", PARTITIONS);
    CompletableFuture<List<Evaluation<Segment>>> scored =
        aside(
            context -> {
              try (Scoring scoring = new Scoring(context, input, held, false)) {
                List<List<Evaluation<Segment>>> all = scoring.evaluations();
                Output table = new Output(context, path("table"), true);
                table.write(out -> scoring.table(List.of("A")).saveAsTextFile(out));
                return all.get(0);
              }
            });
    withoutOneWorker(gate, scored);
    List<Evaluation<Segment>> expected = new ArrayList<>();
    for (TextMetric metric : metrics) {
      Evaluation<Segment> evaluation = new Evaluation<>(metric);
      for (int i = 0; i < LINES; i++) {
        evaluation.add(Segment.of(SOURCE.get(i), REFERENCE.get(i)));
      }
      expected.add(evaluation);
    }
    assertThat(scored.get())
        .extracting(evaluation -> evaluation.score().toString())
        .isEqualTo(expected.stream().map(evaluation -> evaluation.score().toString()).toList());
    SegmentRows rows = new SegmentRows(List.of("A"), metrics);
    List<String> table = new ArrayList<>(List.of(rows.header()));
    for (int i = 0; i < LINES; i++) {
      int line = i;
      table.add(rows.row(i + 1, 0, expected.stream().map(e -> e.statistics(line)).toList()));
    }
    assertThat(folder.resolve("table")).hasContent(String.join("\n", table) + "\n");
  }

  @Test
  void translationsLoseNothingWithAWorker() throws Exception {
    List<String> lines = new ArrayList<>(SOURCE);
    lines.set(7, "");
    lines.set(LINES - 1, "");
    Files.write(folder.resolve("mono"), lines);
    Gate gate = new Gate(path("translating-gate"), HELD);
    LineWriterSource held = new Held.Model(gate);
    CompletableFuture<WritingLines.Sides> written =
        aside(
            context ->
                new WritingLines(context, List.of(model), held)
                    .run(path("mono"), new Output(context, path("out"), true), PARTITIONS));
    withoutOneWorker(gate, written);
    List<String> expected = new ArrayList<>();
    try (Translator translator = Translator.load(model)) {
      List<String> translated = translator.translate(SOURCE);
      for (int i = 0; i < LINES; i++) {
        expected.add(lines.get(i).isEmpty() ? "" : i + 1 + ":" + translated.get(i));
      }
    }
    assertThat(folder.resolve("out")).hasContent(String.join("\n", expected) + "\n");
    assertThat(written.get().malformed()).isEqualTo(2);
    List<String> malformed = new ArrayList<>();
    try (Stream<Path> parts = Files.list(folder.resolve("out.malformed"))) {
      for (Path part :
          parts.filter(p -> p.getFileName().toString().startsWith("part-")).sorted().toList()) {
        malformed.addAll(Files.readAllLines(part));
      }
    }
    assertThat(malformed).containsExactly("8\tmalformed\t", LINES + "\tmalformed\t");
  }

  private static List<String> settings(String mode) {
    return List.of(
        "training.distributed.workers=2",
        "training.distributed.mode=" + mode,
        "training.distributed.every=" + EVERY,
        "training.until=[" + STEPS + " steps]",
        "training.keep.every=5 steps",
        "training.validate.every=80 steps");
  }

  private static Path begun(String name, List<String> settings) throws IOException {
    Path recipe = folder.resolve("tiny").resolve(Recipe.FILE);
    ModelFolder into = new ModelFolder(folder.resolve(name));
    Tasks.start(Recipe.load(recipe, settings), into).close();
    return into.path();
  }

  /** How a training ended, and how many bytes each worker sent. */
  private record Trained(Stop stop, long sent) {}

  private static CompletableFuture<Trained> train(Path into, List<String> settings) {
    Path recipe = folder.resolve("tiny").resolve(Recipe.FILE);
    return aside(
        context -> {
          DistributedTraining training =
              new DistributedTraining(context, recipe, settings, into, warning -> {});
          Stop stop = training.run();
          return new Trained(stop, training.sent());
        });
  }

  private static long steps(Path into) throws IOException {
    try (Stream<Path> files = Files.list(into.resolve("checkpoints"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.startsWith("step-"))
          .mapToLong(name -> Long.parseLong(name.replaceAll("\\D", "")))
          .max()
          .orElse(0);
    }
  }

  /** The leader's process writes its number into the folder. */
  private static long leader(Path into) throws IOException {
    return Long.parseLong(Files.readString(into.resolve(".lock")).strip());
  }

  /**
   * What the README says that two workers send: 4 bytes a parameter in each step, or three times
   * that in each common one; beside it no more than what they have to agree on.
   */
  private static void assertSent(long sent, String mode, Path into) throws IOException {
    long parameters =
        Safetensors.read(into.resolve("weights.safetensors")).entries().values().stream()
            .mapToLong(entry -> entry.values().length)
            .sum();
    long expected = 4 * parameters * (mode.equals("allreduce") ? STEPS : 3 * STEPS / EVERY);
    assertThat(sent).isBetween(expected, expected + STEPS * 1000L);
  }

  /** Either the leader or another is lost; the end is the same as if none had been. */
  @Test
  void trainingGoesOnWithoutAWorker() throws Exception {
    for (String mode : List.of("allreduce", "diloco")) {
      List<String> settings = settings(mode);
      Path whole = begun(mode + "-whole", settings);
      Trained trained = train(whole, settings).get(5, TimeUnit.MINUTES);
      assertThat(trained.stop.complete()).isTrue();
      assertSent(trained.sent, mode, whole);
      Path parted = begun(mode + "-parted", settings);
      CompletableFuture<Trained> training = train(parted, settings);
      while (steps(parted) < 10 && !training.isDone()) {
        Thread.sleep(10);
      }
      long lead = leader(parted);
      boolean first = mode.equals("allreduce");
      machines.kill(
          machines.executors().stream()
              .filter(executor -> (executor == lead) == first)
              .findFirst()
              .orElseThrow());
      assertThat(training).as("a worker is lost before the end").isNotDone();
      machines.addWorker();
      assertThat(training.get(5, TimeUnit.MINUTES).stop.complete()).isTrue();
      assertThat(Files.readAllBytes(parted.resolve("weights.safetensors")))
          .isEqualTo(Files.readAllBytes(whole.resolve("weights.safetensors")));
    }
  }

  /** As users would, each from a process of its own. */
  @Test
  void sparkSubmitRunsTheJar() throws Exception {
    List<String> ids = SOURCE.stream().map(line -> line.substring(0, 3)).toList();
    Files.write(folder.resolve("documents"), ids);
    String[] scoring = {
      "score", path("reference"), "-i", path("source"), "-m", "bleu", "chrf", "--doc-ids"
    };
    scoring =
        Stream.concat(Stream.of(scoring), Stream.of(path("documents"))).toArray(String[]::new);
    String[] translating = {
      "translate", model.toString(), "-i", path("source"), "-o", path("unwritten")
    };
    Path old = Files.createDirectories(folder.resolve("old/gloss")).getParent();
    Files.writeString(old.resolve("gloss/build.properties"), "version=0.0.9\npytorch=1.0\n");
    CompletableFuture<Processes.Result> scored = submit(List.of(), scoring);
    CompletableFuture<Processes.Result> without =
        submit(List.of("spark.executorEnv.DJL_CACHE_DIR=" + path("source")), translating);
    CompletableFuture<Processes.Result> other =
        submit(List.of("spark.executor.extraClassPath=" + old), scoring);
    List<String> alone = new ArrayList<>(List.of(StandaloneCluster.java(), "-jar", jar.toString()));
    alone.addAll(List.of(scoring));
    Processes.Result here = Processes.of(alone).run().ok();
    assertThat(scored.get().out()).as(scored.get().err()).isEqualTo(here.out());
    assertThat(scored.get().exit()).isZero();
    assertThat(told(without.get()))
        .startsWith("gloss: on 127.0.0.1: this worker cannot load PyTorch's native library");
    assertThat(folder.resolve("unwritten")).doesNotExist();
    assertThat(told(other.get()))
        .startsWith("gloss: on 127.0.0.1: workers have another Gloss than the driver: 0.0.9");
  }

  /**
   * The line that tells of a failure; Java warns of its vector module, and a busy machine waits.
   */
  private static String told(Processes.Result result) {
    assertThat(result.exit()).as(result.err()).isEqualTo(1);
    List<String> lines =
        result.errLines().stream()
            .filter(line -> !line.startsWith("WARNING: ") && !line.contains(": waiting for an "))
            .toList();
    assertThat(lines).hasSize(1);
    return lines.get(0);
  }

  private static CompletableFuture<Processes.Result> submit(
      List<String> settings, String... words) {
    List<String> command = new ArrayList<>(List.of(StandaloneCluster.java()));
    command.addAll(StandaloneCluster.options("600m"));
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=off");
    command.addAll(List.of("-cp", path("spark/jars") + File.separator + "*"));
    command.addAll(List.of("org.apache.spark.deploy.SparkSubmit", "--master", machines.master()));
    Stream.concat(
            Stream.of(
                "spark.executor.memory=600m",
                "spark.executor.cores=1",
                "spark.cores.max=1",
                "spark.ui.enabled=false"),
            settings.stream())
        .forEach(setting -> command.addAll(List.of("--conf", setting)));
    command.addAll(List.of("--class", "gloss.cli.Gloss", jar.toString(), "spark"));
    command.addAll(List.of(words));
    Processes process = Processes.of(command).variable("SPARK_HOME", path("spark"));
    process.variable("SPARK_SCALA_VERSION", "2.13").variable("SPARK_LOCAL_IP", "127.0.0.1");
    return CompletableFuture.supplyAsync(process::run);
  }
}
