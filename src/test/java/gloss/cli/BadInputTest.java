package gloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gloss.task.TinyCorpus;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each mistake of a user: its exit code, its one line, and that nothing was spoiled. */
class BadInputTest {
  @TempDir private static Path shared;
  private static Path model;

  @TempDir private Path folder;
  private Path recipe;

  @BeforeAll
  static void train() throws IOException {
    model = TinyCorpus.train(shared, "training.until=[1 step]");
  }

  @BeforeEach
  void write() throws IOException {
    recipe = TinyCorpus.write(folder);
  }

  private static Processes.Result run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit =
        Gloss.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(args);
    return new Processes.Result(exit, out.toString(), err.toString());
  }

  private static void assertFails(Processes.Result result, int exit, String... parts) {
    assertThat(result.errLines()).as(result.err()).hasSize(1);
    assertThat(result.err()).startsWith("gloss: ").contains(parts);
    assertThat(result.exit()).isEqualTo(exit);
    assertThat(result.out()).isEmpty();
  }

  /** Trains with the recipe of this test; nothing of a model may be there afterwards. */
  private void assertTrainFails(String... parts) {
    assertTrainFailsWith(List.of(), parts);
  }

  private void assertTrainFailsWith(List<String> options, String... parts) {
    Path out = folder.resolve("out");
    List<String> args =
        new ArrayList<>(List.of("train", recipe.toString(), "--out", out.toString()));
    args.addAll(options);
    assertFails(run(args.toArray(String[]::new)), 2, parts);
    assertThat(out).doesNotExist();
  }

  private void replace(String text, String by) throws IOException {
    String yaml = Files.readString(recipe);
    assertThat(yaml).contains(text);
    Files.writeString(recipe, yaml.replace(text, by));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).sorted().toList();
    }
  }

  @Test
  void anUnknownKeyNamesLineAndNearest() throws IOException {
    replace("  decoder-layers: 1", "  decoder-layer: 1");
    assertTrainFails(
        recipe + ":15: ", "network.decoder-layer: unknown key", "did you mean 'decoder-layers'?");
  }

  @Test
  void aWrongTypeNamesLineKeyAndWhatIsThere() throws IOException {
    replace("size: 16", "size: big");
    assertTrainFails(recipe + ":11: ", "size", "big");
  }

  @ParameterizedTest
  @CsvSource({
    "nosuch.key=1, nosuch",
    "network.size=big, big",
    "network.size=15, heads",
    "network, KEY=VALUE",
    "training.until=[], until",
    "training.until=[5 parsecs], parsecs",
    "network.type=transfomer, transformer",
    "training.validate.metric=blue, bleu",
    "subwords.merges=-1, merges",
    "from=nowhere, no such model to begin from"
  })
  void aSettingThatIsWrongIsNamed(String setting, String part) {
    assertTrainFailsWith(List.of("--set", setting), part);
  }

  @ParameterizedTest
  @ValueSource(strings = {"90", "0m", "3 epochs", "soon", ""})
  void aBudgetThatIsNoTime(String budget) {
    assertTrainFailsWith(
        List.of("--budget", budget), "--budget", "'" + budget + "'", "90m, 1h30m or 45s");
  }

  @Test
  void aRecipeThatIsNotThere() {
    Path missing = folder.resolve("missing.yaml");
    assertFails(run("train", missing.toString()), 2, missing + ": no such file");
    assertFails(run("train", shared.resolve("model").toString()), 2, "recipe.yaml: no such file");
    assertFails(run("train"), 2, "RECIPE", "gloss train --help");
  }

  @ParameterizedTest
  @CsvSource({"train.en.gz", "train.fr.gz", "valid.en", "valid.fr"})
  void aTextThatIsNotThere(String file) throws IOException {
    Files.delete(folder.resolve(file));
    assertTrainFails(folder.resolve(file) + ": no such file");
  }

  @Test
  void sidesOfDifferentLengthNameBothCounts() throws IOException {
    Files.writeString(folder.resolve("valid.fr"), "un\ndeux\n");
    assertTrainFails("valid.en has 12", "valid.fr has 2");
  }

  @Test
  void bytesThatAreNotUtf8NameFileAndLine() throws IOException {
    Files.write(folder.resolve("valid.en"), new byte[] {'a', '\n', 'b', (byte) 0xe9, '\n'});
    Files.writeString(folder.resolve("valid.fr"), "a\nb\n");
    assertTrainFails(folder.resolve("valid.en") + ":2: not UTF-8", "convert");
  }

  @Test
  void gzipThatIsCutOff() throws IOException {
    byte[] whole = Files.readAllBytes(folder.resolve("train.en.gz"));
    Files.write(folder.resolve("train.en.gz"), Arrays.copyOf(whole, whole.length / 2));
    assertTrainFails("train.en.gz: damaged gzip file");
  }

  @Test
  void textWithoutLines() throws IOException {
    Files.writeString(folder.resolve("valid.en"), "");
    Files.writeString(folder.resolve("valid.fr"), "");
    assertTrainFails("valid.en: has no lines");
  }

  @Test
  void textWithoutAnythingToLearn() throws IOException {
    TinyCorpus.write(folder.resolve("train.en.gz"), List.of("", "", "one"));
    TinyCorpus.write(folder.resolve("train.fr.gz"), List.of("un", "", ""));
    assertTrainFails("nothing to train on", "3 with an empty side");
    TinyCorpus.write(folder);
    assertTrainFailsWith(List.of("--set", "batch.max-length=1"), "nothing to", "longer than");
  }

  @Test
  void nothingShortEnoughToValidateOn() throws IOException {
    TinyCorpus.write(folder.resolve("valid.en"), List.of("one ".repeat(500)));
    TinyCorpus.write(folder.resolve("valid.fr"), List.of("un"));
    assertTrainFails("nothing to validate on", "batch.max-length");
  }

  @Test
  void aCorpusThatIsNone() throws IOException {
    replace("  train: {source: train.en.gz, target: train.fr.gz}", "  corpus: .");
    replace("  valid: {source: valid.en, target: valid.fr}\n", "");
    replace("  test:\n    numbers: {source: test.en, target: test.fr}\n", "");
    assertTrainFails("no such corpus", "corpus.yaml");
  }

  @Test
  void aFolderThatIsTakenTellsBothWaysOut() throws IOException {
    byte[] before = Files.readAllBytes(model.resolve("weights.safetensors"));
    String[] train = {"train", recipe.toString(), "--out", model.toString()};
    assertFails(run(train), 2, model + ": ", "--resume", "--overwrite");
    assertThat(Files.readAllBytes(model.resolve("weights.safetensors"))).isEqualTo(before);
  }

  @Test
  void overwritingWithMissingTextKeepsTheOldModel() throws IOException {
    Files.delete(folder.resolve("valid.fr"));
    byte[] before = Files.readAllBytes(model.resolve("weights.safetensors"));
    String[] train = {"train", recipe.toString(), "--out", model.toString(), "--overwrite"};
    assertFails(run(train), 2, "valid.fr: no such file");
    assertThat(Files.readAllBytes(model.resolve("weights.safetensors"))).isEqualTo(before);
  }

  @Test
  void overwritingBeginsAnew() throws IOException {
    String out = folder.resolve("m").toString();
    String[] train = {
      "train", recipe.toString(), "--out", out, "--set", "training.until=[1 step]", "--overwrite"
    };
    assertThat(run(train).exit()).isZero();
    Processes.Result again = run(train);
    assertThat(again.exit()).isZero();
    assertThat(again.out()).isEqualTo(out + System.lineSeparator());
    assertThat(again.err()).contains("done after 1 steps");
  }

  @Test
  void resumingWhereNothingIs() {
    assertTrainFailsWith(List.of("--resume"), "train without --resume");
  }

  @Test
  void resumingAndOverwritingExcludeEachOther() {
    assertTrainFailsWith(List.of("--resume", "--overwrite"), "--resume", "--overwrite");
  }

  @Test
  void aFolderUnderAFileCannotBeMade() throws IOException {
    List<String> before = files();
    String out = folder.resolve("valid.en/model").toString();
    assertFails(
        run("train", recipe.toString(), "--out", out), 1, folder.resolve("valid.en").toString());
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void anOutputThatCannotBeWritten() throws IOException {
    List<String> before = files();
    String input = folder.resolve("test.en").toString();
    String underFile = folder.resolve("valid.en/out.txt").toString();
    String[] translate = {"translate", model.toString(), "-i", input, "-o"};
    assertFails(with(translate, underFile), 1, folder.resolve("valid.en").toString());
    assertFails(with(translate, folder.toString()), 2, folder + ": is a folder, not a file");
    assertThat(files()).isEqualTo(before);
  }

  private static Processes.Result with(String[] args, String last) {
    String[] longer = Arrays.copyOf(args, args.length + 1);
    longer[args.length] = last;
    return run(longer);
  }

  @Test
  void aFailureWhileTranslatingKeepsTheOldOutput() throws IOException {
    Path input = folder.resolve("input");
    Files.write(input, new byte[] {'a', '\n', (byte) 0xff, '\n'});
    Path output = Files.writeString(folder.resolve("output"), "precious\n");
    List<String> before = files();
    assertFails(
        run("translate", model.toString(), "-i", input.toString(), "-o", output.toString()),
        2,
        input + ":2: not UTF-8");
    assertThat(output).hasContent("precious\n");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void aModelThatIsNone() throws IOException {
    String missing = folder.resolve("missing").toString();
    for (String command : List.of("translate", "evaluate")) {
      assertFails(run(command, missing), 2, missing + ": no such folder");
      assertFails(run(command, folder.toString()), 2, "is not a model", "gloss train");
      assertFails(run(command), 2, "MODEL");
    }
  }

  @Test
  void inputThatIsNotThere() {
    String missing = folder.resolve("missing").toString();
    assertFails(run("translate", model.toString(), "-i", missing), 2, missing + ": no such file");
    assertFails(
        run("translate", model.toString(), "-i", folder.toString()), 2, "is a folder, not a file");
  }

  @ParameterizedTest
  @CsvSource({"0", "-3", "many", "''"})
  void aBeamThatIsNone(String beam) {
    assertFails(run("translate", model.toString(), "--beam", beam), 2, "--beam");
    assertFails(run("evaluate", model.toString(), "--beam", beam), 2, "--beam");
  }

  @Test
  void checkpointsAreAveraged() throws IOException {
    Path own =
        TinyCorpus.train(
            folder, "training.validate.every=2 steps", "training.keep={last: 3, best: 2}");
    Processes.Result result = run("average", own.toString(), "--last", "3");
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out())
        .isEqualTo(own.resolve("averaged.safetensors") + System.lineSeparator());
    assertThat(result.err()).contains("step-000000020", "step-000000018", "step-000000016");
    Path weights = own.resolve("weights.safetensors");
    String checkpoint = own.resolve("checkpoints/step-000000020.safetensors").toString();
    String[] two = {"average", own.toString(), checkpoint, weights.toString(), "-o"};
    assertThat(with(two, weights.toString()).exit()).isZero();
    assertThat(run("evaluate", own.toString()).exit()).isZero();
    assertThat(run("average", own.toString(), "--best", "2").exit()).isZero();
    assertThat(run("average", own.toString()).exit()).isZero();
  }

  @Test
  void checkpointsThatCannotBeAveraged() throws IOException {
    String own = model.toString();
    assertFails(run("average", own), 2, "holds 1 of the 2 checkpoints", "training.keep.last");
    assertFails(run("average", own, "--best", "3"), 2, "holds 1 of the 3 checkpoints");
    assertFails(run("average", own, "--best", "1"), 2, "--best must be at least 2, is 1");
    assertFails(run("average", own, "--best", "2", "--last", "2"), 2, "--best", "--last");
    assertFails(run("average", own, "--best", "2", "x"), 2, "--last or --best");
    String missing = folder.resolve("missing").toString();
    assertFails(run("average", own, missing), 2, missing + ": no such file");
    assertFails(run("average", missing), 2, missing + ": no such folder");
    Path other = TinyCorpus.train(folder, "training.until=[1 step]", "network.size=8");
    String weights = other.resolve("weights.safetensors").toString();
    assertFails(run("average", own, weights, weights), 2, weights, "another network");
    assertThat(model.resolve("averaged.safetensors")).doesNotExist();
  }

  @Test
  void aSplitThatIsNotThereNamesTheNearest() {
    assertFails(run("evaluate", model.toString(), "--split", "number"), 2, "'number'", "numbers");
  }

  @Test
  void aSplitWhoseTextIsGone() throws IOException {
    Path own = TinyCorpus.train(folder, "training.until=[1 step]");
    Files.delete(folder.resolve("test.fr"));
    assertFails(run("evaluate", own.toString()), 2, "test.fr: no such file");
  }

  @Test
  void theRecipesOwnFolderIsTheModelsAndHasAName() throws IOException {
    Processes.Result result =
        Processes.gloss("train", "recipe.yaml", "--set", "training.until=[1 step]")
            .in(folder)
            .run();
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out()).isEqualTo(".\n");
    assertThat(folder.resolve("model.json")).exists();
    Processes.Result again = Processes.gloss("train", "recipe.yaml").in(folder).run();
    assertFails(again, 2, "gloss: .: a training is here already");
  }
}
