package gloss.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gloss.task.TinyCorpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What happens to a training in its hours: interruptions, lost folders, full disks, a second one.
 */
class LongRunsTest {
  private static final String[] ENDLESS =
      TrainingProcess.set(
          "training.until=[1000000 steps]",
          "training.validate.every=1000000 steps",
          "training.keep.every=5 steps");

  @TempDir private Path folder;
  private Path recipe;

  @BeforeEach
  void write() throws IOException {
    recipe = TinyCorpus.write(folder);
  }

  private Processes.Result resume(long until) {
    return resume(folder, until);
  }

  private Processes.Result resume(Path place, long until) {
    return TrainingProcess.gloss(
            place, recipe, "--resume", "--set", "training.until=[" + until + " steps]")
        .run();
  }

  private void assertGoesOn(Path place) throws IOException {
    Path model = place.resolve("model");
    long until = TrainingProcess.newest(model) + 2;
    Processes.Result result = resume(place, until);
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.err()).contains("done after " + until + " steps");
    assertThat(TrainingProcess.newest(model)).isEqualTo(until);
    try (var files = Files.list(model.resolve("checkpoints"))) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".part"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void anInterruptedTrainingIsSavedAndGoesOn(String signal) throws Exception {
    TrainingProcess training =
        TrainingProcess.start(folder, recipe, ENDLESS).awaitLog("\"event\":\"step\"");
    training.signal(signal);
    assertThat(training.join()).as(training.err()).isZero();
    assertThat(training.err())
        .contains("Ctrl-C once more ends at once")
        .contains("stopped after ")
        .contains("interrupted")
        .contains("go on with: gloss train " + recipe + " --set training.until=[1000000 steps]")
        .contains("--resume");
    assertThat(training.log()).contains("\"complete\":false");
    assertGoesOn(folder);
  }

  @Test
  void aSecondCtrlCEndsAtOnce() throws Exception {
    // One step of many slow batches.
    String[] slow =
        TrainingProcess.set(
            "network.size=256",
            "network.encoder-layers=6",
            "network.decoder-layers=6",
            "batch.tokens=1",
            "training.accumulate=100000");
    TrainingProcess training = TrainingProcess.start(folder, recipe, slow).awaitErr("training on");
    // The first checkpoint is there, so the step is under way or about to be.
    assertThat(training.await(() -> training.log().contains("\"event\":\"start\""))).isTrue();
    training.signal("INT");
    training.awaitErr("once more ends at once").signal("INT");
    assertThat(training.join()).isEqualTo(130);
    assertThat(training.err()).doesNotContain("stopped after");
    assertGoesOnFromTheBeginning();
  }

  private void assertGoesOnFromTheBeginning() throws IOException {
    assertThat(TrainingProcess.newest(folder.resolve("model"))).isZero();
    Processes.Result other = resume(1);
    // The recipe is another one here: what matters is that the checkpoint was read.
    assertThat(other.errLines()).hasSize(1);
    assertThat(other.err()).contains("step-000000000.safetensors", "another network");
  }

  @Test
  void anInterruptionDoesNotWaitForAValidation() throws Exception {
    TinyCorpus.write(folder.resolve("valid.en"), Collections.nCopies(6_000, "one two three."));
    TinyCorpus.write(folder.resolve("valid.fr"), Collections.nCopies(6_000, "un deux trois."));
    String[] settings =
        TrainingProcess.set("training.until=[20 steps]", "training.validate.every=20 steps");
    TrainingProcess training =
        TrainingProcess.start(folder, recipe, settings).awaitLog("\"event\":\"step\"");
    training.signal("TERM");
    assertThat(training.join()).as(training.err()).isZero();
    assertThat(training.log()).doesNotContain("\"event\":\"validation\"");
    assertThat(training.err()).contains("stopped after 20 steps", "interrupted");
    assertThat(training.model().resolve("weights.safetensors")).doesNotExist();
    Path whole = Files.createDirectories(folder.resolve("whole"));
    assertThat(resume(20).exit()).isZero();
    assertThat(training.log()).contains("\"event\":\"validation\"");
    assertThat(TrainingProcess.gloss(whole, recipe, settings).run().exit()).isZero();
    assertThat(training.model().resolve("weights.safetensors"))
        .hasSameBinaryContentAs(whole.resolve("model/weights.safetensors"));
  }

  @Test
  void aLostFolderEndsTheTrainingInOneLine() throws Exception {
    TrainingProcess training =
        TrainingProcess.start(folder, recipe, ENDLESS).awaitLog("\"event\":\"step\"");
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Files.move(training.model(), elsewhere.resolve("model"));
    assertThat(training.join()).isEqualTo(1);
    assertThat(training.failures())
        .singleElement()
        .asString()
        .startsWith("gloss: " + training.model())
        .containsAnyOf("the folder is gone", "no such file or folder");
    assertThat(training.model()).doesNotExist();
    assertGoesOn(elsewhere);
  }

  @Test
  void anInterruptedTrainingThatCannotBeSavedHasFailed() throws Exception {
    String[] settings =
        TrainingProcess.set(
            "training.until=[1000000 steps]", "training.validate.every=1000000 steps");
    TrainingProcess training =
        TrainingProcess.start(folder, recipe, settings).awaitLog("\"event\":\"step\"");
    Path checkpoints = training.model().resolve("checkpoints");
    Files.move(checkpoints, folder.resolve("saved"));
    Files.writeString(checkpoints, "a file");
    training.signal("TERM");
    assertThat(training.join()).isEqualTo(1);
    assertThat(training.failures())
        .last()
        .isEqualTo("gloss: " + checkpoints + ": the folder is gone");
    Files.delete(checkpoints);
    Files.move(folder.resolve("saved"), checkpoints);
    assertGoesOn(folder);
  }

  @Test
  void aDiskThatFillsUpEndsTheTrainingInOneLine() throws Exception {
    assumeTrue(
        Files.exists(Path.of("/usr/bin/prlimit")), "skipped: no prlimit to limit a process with");
    TrainingProcess training =
        TrainingProcess.start(folder, recipe, ENDLESS).awaitLog("\"event\":\"step\"");
    // Room for the log and for stderr, not for a checkpoint.
    String most = Long.toString(6_000);
    List<String> limit =
        List.of("prlimit", "--pid", "" + training.process().pid(), "--fsize=" + most);
    assertThat(new ProcessBuilder(limit).start().waitFor()).isZero();
    assertThat(training.join()).isEqualTo(1);
    assertThat(training.failures())
        .singleElement()
        .asString()
        .matches("gloss: .*/checkpoints/step-\\d+\\.safetensors: File too large");
    assertGoesOn(folder);
  }

  @Test
  void twoTrainingsCannotWriteOneFolder() throws Exception {
    TrainingProcess training =
        TrainingProcess.start(folder, recipe, ENDLESS).awaitLog("\"event\":\"step\"");
    String inUse =
        "gloss: %s: another training writes here (process %d); wait for its end, or put this one elsewhere with --out"
            .formatted(training.model(), training.process().pid());
    for (String option : List.of("--resume", "--overwrite")) {
      Processes.Result second = TrainingProcess.gloss(folder, recipe, option).run();
      assertThat(second.errLines()).containsExactly(inUse);
      assertThat(second.exit()).isEqualTo(2);
    }
    assertThat(training.process().isAlive()).isTrue();
    training.kill();
    assertGoesOn(folder);
  }

  @Test
  void whatDoesNotFitTheCheckpointIsRefusedBeforeTraining() throws Exception {
    String few = "training.until=[2 steps]";
    assertThat(TrainingProcess.gloss(folder, recipe, "--set", few).run().exit()).isZero();
    Path checkpoint = folder.resolve("model/checkpoints/step-000000002.safetensors");
    byte[] before = Files.readAllBytes(checkpoint);
    Processes.Result shapes =
        TrainingProcess.gloss(folder, recipe, "--resume", "--set", "network.size=32").run();
    assertThat(shapes.exit()).isEqualTo(2);
    assertThat(shapes.errLines())
        .singleElement()
        .asString()
        .startsWith("gloss: " + checkpoint + ": is of another network: its ")
        .contains("16", "32");
    TinyCorpus.write(folder.resolve("train.fr.gz"), Collections.nCopies(300, "un."));
    Processes.Result corpus = resume(3);
    assertThat(corpus.exit()).isEqualTo(2);
    assertThat(corpus.errLines())
        .singleElement()
        .asString()
        .startsWith("gloss: " + checkpoint + ": training cannot go on from here: ")
        .containsPattern("train train.fr.gz has changed: it was [0-9a-f]{64}, now [0-9a-f]{64}");
    assertThat(checkpoint).hasBinaryContent(before);
  }

  @Test
  void aDamagedCheckpointIsSaidAndTheOneBeforeIsUsed() throws Exception {
    String[] settings = TrainingProcess.set("training.until=[12 steps]", "training.keep.last=3");
    assertThat(TrainingProcess.gloss(folder, recipe, settings).run().exit()).isZero();
    Path newest = folder.resolve("model/checkpoints/step-000000012.safetensors");
    byte[] bytes = Files.readAllBytes(newest);
    bytes[bytes.length / 2] ^= 1;
    Files.write(newest, bytes);
    Path expected = Files.copy(folder.resolve("model/weights.safetensors"), folder.resolve("was"));
    Processes.Result result = resume(12);
    assertThat(result.exit()).isZero();
    assertThat(result.errLines().get(0))
        .startsWith("gloss: " + newest + ": ")
        .endsWith("damaged; going back to the one before");
    assertThat(result.err()).contains("validation at step 12");
    assertThat(folder.resolve("model/weights.safetensors")).hasSameBinaryContentAs(expected);
  }
}
