package gloss.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gloss.task.TinyCorpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training, translating and evaluating as a user does it: with processes, signals and pipes. */
class MainJobTest {
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
    Processes.Result result = Processes.gloss("translate", model).stdin(lines).run();
    assertThat(result.exit()).isZero();
    assertThat(result.err())
        .startsWith("gloss: line 13: the output has 100000 letters without a space as they were");
    assertThat(result.errLines()).hasSize(1);
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
  void aDiskWithoutRoomForACheckpointIsSaidBeforeTheFirstStep() throws IOException {
    Path out = folder.resolve("model");
    // The shell counts blocks of 512 or of 1024 bytes.
    Processes.Result result =
        Processes.gloss("train", recipe, "--out", out.toString(), "--set", "network.size=64")
            .jvm("-XX:-UsePerfData")
            .through("ulimit -f 260; exec \"$@\"")
            .run();
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.errLines())
        .singleElement()
        .asString()
        .contains("step-000000000.safetensors: File too large");
    assertThat(files(out)).noneMatch(f -> f.endsWith(".part") || f.equals("model.json"));
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
}
