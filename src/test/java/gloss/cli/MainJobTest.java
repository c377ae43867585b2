package gloss.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gloss.task.TinyCorpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Training, translating and evaluating as a user does it: with processes, signals and pipes. */
class MainJobTest {
  private static final int MOST_SECONDS = 60;

  @TempDir private static Path shared;
  private static String recipe;
  private static String model;

  @TempDir private Path folder;

  @BeforeAll
  static void train() throws IOException {
    recipe = TinyCorpus.write(shared).toString();
    model = shared.resolve("model").toString();
    Processes.Result result =
        Processes.gloss("train", recipe, "--out", model, "--set", "batch.max-length=100").run();
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out()).isEqualTo(model + "\n");
    assertThat(result.errLines())
        .anyMatch(
            line -> line.contains("training on 300 pairs") && line.endsWith("validating on 12"))
        .anyMatch(line -> line.startsWith("validation at step 10 ") && line.contains("bleu"))
        .anyMatch(line -> line.startsWith("done after 20 steps"));
  }

  private static List<String> files(Path path) throws IOException {
    try (Stream<Path> files = Files.walk(path)) {
      return files
          .filter(Files::isRegularFile)
          .map(f -> f.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void aTrainedModelLiesInItsFolder() throws IOException {
    assertThat(files(Path.of(model)))
        .contains("model.json", "recipe.resolved.yaml", "tokenizer.json", "weights.safetensors")
        .contains("step-000000020.safetensors", "log.jsonl")
        .noneMatch(name -> name.endsWith(".part"));
    assertThat(Files.readString(Path.of(model, "recipe.resolved.yaml")))
        .contains("max-length: 100");
  }

  @Test
  void asManyLinesComeOutAsGoIn() {
    String lines =
        String.join(
            "\n",
            "\uFEFFone two.",
            "",
            "   ",
            "three.\r",
            "\r",
            "NUL \u0000 inside",
            "\u0000",
            "line\u2028separator and\u2029paragraph",
            "\u2028",
            "next\u0085line, form\ffeed, tab\tand\u000Bvertical",
            "\uD83D\uDE00 \u0301\u0301 \u202E",
            "seven ".repeat(16_667),
            "x".repeat(100_000),
            "the last has no line feed");
    Processes.Result result = Processes.gloss("translate", model).stdin(lines).run().ok();
    assertThat(result.out()).endsWith("\n");
    List<String> out = List.of(result.out().split("\n", -1));
    assertThat(out).hasSize(14 + 1);
    assertThat(out.get(1)).isEmpty();
    assertThat(out.get(2)).isEmpty();
    assertThat(out.get(4)).isEmpty();
  }

  @Test
  void inputAndOutputMayBeFiles() throws IOException {
    Path input = folder.resolve("in.gz");
    TinyCorpus.write(input, List.of("one two.", "three."));
    Path output = folder.resolve("deeper/out.txt");
    Processes.Result result =
        Processes.gloss(
                "translate", model, "-i", input.toString(), "-o", output.toString(), "--beam", "1")
            .run()
            .ok();
    assertThat(result.out()).isEmpty();
    assertThat(Files.readAllLines(output)).hasSize(2);
    assertThat(files(folder)).containsExactlyInAnyOrder("in.gz", "out.txt");
  }

  @Test
  void aFullDiskIsOneLineAndOne() throws IOException {
    assumeTrue(Files.exists(Path.of("/dev/full")), "skipped: no /dev/full here");
    // Through a link: whatever may go wrong, the device itself stays.
    Path full = Files.createSymbolicLink(folder.resolve("full"), Path.of("/dev/full"));
    Processes.Result file =
        Processes.gloss("translate", model, "-o", full.toString()).stdin("one.\n").run();
    assertThat(file.exit()).isEqualTo(1);
    assertThat(file.errLines()).containsExactly("gloss: " + full + ": No space left on device");
    assertThat(full).isSymbolicLink();
    for (String command : List.of("translate", "evaluate")) {
      Processes.Result stdout =
          Processes.gloss(command, model).through("exec \"$@\" > /dev/full").stdin("one.\n").run();
      assertThat(stdout.exit()).isEqualTo(1);
      assertThat(stdout.errLines()).containsExactly("gloss: standard output: cannot be written");
    }
  }

  @Test
  void aDiskThatFillsUpWhileACheckpointIsWrittenLeavesNoHalfOfOne() throws IOException {
    Path out = folder.resolve("model");
    // Enough for the weights alone; the shell counts blocks of 512 or of 1024 bytes.
    Processes.Result result =
        Processes.gloss("train", recipe, "--out", out.toString(), "--set", "network.size=32")
            .jvm("-XX:-UsePerfData")
            .through("ulimit -f 260; exec \"$@\"")
            .run();
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.errLines().stream().filter(line -> line.startsWith("gloss: ")))
        .singleElement()
        .asString()
        .contains("step-000000010.safetensors: File too large");
    assertThat(files(out)).contains("weights.safetensors").noneMatch(f -> f.endsWith(".part"));
    assertThat(out.resolve("checkpoints")).isEmptyDirectory();
  }

  @Test
  void evaluationScoresEverySplitAndKeepsTheOutputs() throws IOException {
    Processes.Result result =
        Processes.gloss("evaluate", model, "-o", folder.toString()).run().ok();
    assertThat(result.out().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("numbers: "))
        .anyMatch(line -> line.contains("BLEU"));
    assertThat(Files.readAllLines(folder.resolve("numbers.hypotheses"))).hasSize(12);
    assertThat(Path.of(model, "report.html")).exists();
  }

  @Test
  void aBudgetIsKeptAndTheScheduleRunsDownToIt() throws IOException {
    String out = folder.resolve("model").toString();
    Processes.Result result =
        Processes.gloss(
                "train",
                recipe,
                "--out",
                out,
                "--set",
                "training.schedule={type: linear, warmup: 10, until: 900000 steps}",
                "--set",
                "training.until=[100000 steps]",
                "--set",
                "training.average.ema=0.99",
                "--budget",
                "6s")
            .run();
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.err()).contains(": trained for 6 seconds");
    assertThat(Files.readString(Path.of(out, "recipe.resolved.yaml")))
        .contains("until: [6 seconds]")
        .contains("until:\n")
        .contains("ema: 0.99");
    assertThat(Files.readString(Path.of(out, "log.jsonl"))).contains("\"complete\":true");
  }

  private Process training(String... settings) throws IOException {
    List<String> command = new ArrayList<>(List.of("train", recipe, "--out"));
    command.add(folder.resolve("model").toString());
    for (String setting : settings) {
      command.addAll(List.of("--set", setting));
    }
    return Processes.gloss(command.toArray(String[]::new)).start(folder);
  }

  private void await(Process process, Path file, String text) throws Exception {
    for (int i = 0; i < MOST_SECONDS * 20; i++) {
      if (Files.exists(file)
          && (Files.isDirectory(file) || Files.readString(file).contains(text))) {
        return;
      }
      assertThat(process.isAlive()).as(Files.readString(folder.resolve("err"))).isTrue();
      Thread.sleep(50);
    }
    throw new AssertionError("no '" + text + "' in " + file);
  }

  private static void assumeListens(Process process, int signal) throws IOException {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    assumeTrue(Files.exists(status), "skipped: no /proc here");
    String ignored =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .findFirst()
            .orElseThrow();
    long mask = Long.parseUnsignedLong(ignored.split("\\s+")[1], 16);
    boolean deaf = (mask >> (signal - 1) & 1) == 1;
    if (deaf) {
      process.destroyForcibly();
    }
    assumeFalse(deaf, "skipped: the signal is ignored by whatever is started from here");
  }

  private long newestCheckpoint() throws IOException {
    return files(folder.resolve("model/checkpoints")).stream()
        .filter(name -> name.startsWith("step-"))
        .mapToLong(name -> Long.parseLong(name.replaceAll("\\D", "")))
        .max()
        .orElseThrow();
  }

  private void resume(long until) throws IOException {
    Processes.Result result =
        Processes.gloss(
                "train",
                recipe,
                "--out",
                folder.resolve("model").toString(),
                "--set",
                "training.until=[" + until + " steps]",
                "--resume")
            .run();
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.err()).contains("done after " + until + " steps");
    assertThat(newestCheckpoint()).isEqualTo(until);
    assertThat(files(folder.resolve("model/checkpoints"))).noneMatch(f -> f.endsWith(".part"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void anInterruptedTrainingIsSavedAndGoesOn(String signal) throws Exception {
    Process process =
        training("training.until=[100000 steps]", "training.validate.every=100000 steps");
    await(process, folder.resolve("model/log.jsonl"), "\"event\":\"step\"");
    assumeListens(process, signal.equals("INT") ? 2 : 15);
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
    String err = Files.readString(folder.resolve("err"));
    assertThat(process.exitValue()).as(err).isZero();
    assertThat(err)
        .contains("stopped after ")
        .contains("interrupted")
        .contains("go on with: gloss train " + recipe + " --set training.until=[100000 steps]")
        .contains("--resume");
    assertThat(Files.readString(folder.resolve("model/log.jsonl"))).contains("\"complete\":false");
    resume(newestCheckpoint() + 2);
  }

  @Test
  void anInterruptedTrainingThatCannotBeSavedHasFailed() throws Exception {
    Process process =
        training("training.until=[100000 steps]", "training.validate.every=100000 steps");
    await(process, folder.resolve("model/log.jsonl"), "\"event\":\"step\"");
    assumeListens(process, 15);
    Path inTheWay = Files.writeString(folder.resolve("model/checkpoints"), "a file");
    process.destroy();
    assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    assertThat(Files.readAllLines(folder.resolve("err")))
        .last()
        .asString()
        .startsWith("gloss: " + inTheWay + ": is in the way");
  }

  @Test
  void aKilledTrainingGoesOn() throws Exception {
    Process process =
        training(
            "training.until=[100000 steps]",
            "training.validate.every=2 steps",
            "training.keep.last=2");
    await(process, folder.resolve("model/log.jsonl"), "\"event\":\"step\"");
    process.destroyForcibly().waitFor();
    assertThat(process.exitValue()).isNotZero();
    // The newest may have been cut off before it got its name, but no other was touched.
    resume(newestCheckpoint() + 2);
  }
}
