package gloss.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import gloss.corpus.image.Images;
import gloss.pipeline.Classification;
import gloss.pipeline.Classifier;
import gloss.pipeline.ClassifierInput;
import gloss.task.image.TinyPictures;
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

/** Pictures on the command line. */
class ImageCommandsTest {
  @TempDir private static Path shared;
  private static Path model;

  @TempDir private Path folder;
  private Path recipe;

  @BeforeAll
  static void train() throws IOException {
    model = TinyPictures.train(shared, "training.until=[20 epochs]");
  }

  @BeforeEach
  void write() throws IOException {
    recipe = TinyPictures.write(folder);
  }

  private static Processes.Result run(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words = Arrays.stream(args).map(String::valueOf).toArray(String[]::new);
    int exit =
        Gloss.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(words);
    return new Processes.Result(exit, out.toString(), err.toString());
  }

  private static void assertFails(Processes.Result result, String... parts) {
    assertThat(result.errLines()).as(result.err()).hasSize(1);
    assertThat(result.err()).startsWith("gloss: ").contains(parts);
    assertThat(result.exit()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
  }

  /** Trains with the recipe of this test; nothing of a model may be there afterwards. */
  private void assertTrainFails(List<String> options, String... parts) {
    Path out = folder.resolve("out");
    List<Object> args = new ArrayList<>(List.of("train", recipe, "--out", out));
    args.addAll(options);
    assertFails(run(args.toArray()), parts);
    assertThat(out).doesNotExist();
  }

  @Test
  void picturesAreClassifiedInFoldersAndOneByOne() {
    Processes.Result result = run("classify", model, shared.resolve("test")).ok();
    List<String> lines = result.out().lines().toList();
    assertThat(lines).hasSize(30);
    assertThat(lines)
        .allMatch(line -> line.matches("\\S+\\.png\t(across|aslant|down)\t[01]\\.\\d{4}"));
    long right =
        lines.stream().filter(line -> line.contains("/" + line.split("\t")[1] + "/")).count();
    assertThat(right).isGreaterThan(20);
    Path one = shared.resolve("test/down/45.png");
    assertThat(run("classify", model, one).ok().out().strip())
        .isEqualTo(lines.get(25))
        .startsWith(one + "\t");
  }

  @Test
  void topClassesAreJson() throws IOException {
    Path one = shared.resolve("test/down/45.png");
    Path out = folder.resolve("out.jsonl");
    run("classify", model, one, "--top", 9, "--format", "jsonl", "-o", out).ok();
    JsonObject object = JsonParser.parseString(Files.readString(out)).getAsJsonObject();
    assertThat(object.get("image").getAsString()).isEqualTo(one.toString());
    assertThat(object.getAsJsonArray("top")).hasSize(3);
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += object.getAsJsonArray("top").get(i).getAsJsonObject().get("probability").getAsDouble();
    }
    assertThat(sum).isBetween(0.999, 1.001);
    try (Classifier classifier = Classifier.load(model)) {
      Classification result = classifier.classify(ClassifierInput.picture(one));
      assertThat(result.label()).isEqualTo(object.get("label").getAsString());
      assertThat(classifier.classes()).isEqualTo(TinyPictures.CLASSES);
    }
  }

  @Test
  void evaluatingScoresAndDrawsTheConfusion() throws IOException {
    Processes.Result result = run("evaluate", model).ok();
    assertThat(result.out().lines().map(line -> line.split("[|]")[0]))
        .containsExactly(
            "test: accuracy",
            "test: top-5",
            "test: precision",
            "test: recall",
            "test: f1",
            "test: log loss");
    assertThat(result.out()).containsPattern("accuracy\\S* = [01]\\.\\d{4}\n");
    String report = Files.readString(model.resolve("report.html"));
    assertThat(report).contains("<svg class=\"confusion\"", "<title>across taken for across: ");
    assertThat(Files.readString(model.resolve("log.jsonl")))
        .contains("\"classes\":[\"across\",\"aslant\",\"down\"]");
  }

  @Test
  void crossValidationLeavesOutEachPictureOnce() throws IOException {
    Path out = folder.resolve("folds");
    Processes.Result result =
        run("cross-validate", recipe, "-k", "3", "--out", out, "--set", "training.until=1 epoch");
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out())
        .containsPattern("accuracy +[01]\\.\\d+ ± [01]\\.\\d+ +\\S+ \\S+ \\S+\n");
    List<String> heldOut = new ArrayList<>();
    for (int fold = 1; fold <= 3; fold++) {
      Path left = folder.resolve("left" + fold);
      run("evaluate", out.resolve("fold-" + fold), "--split", "held-out", "-o", left).ok();
      try (Stream<Path> files = Files.walk(left)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          heldOut.addAll(Files.readAllLines(file));
        }
      }
    }
    assertThat(heldOut).hasSize(120);
  }

  @Test
  void damagedPicturesAreNamedOrRefused() throws IOException {
    byte[] good = Files.readAllBytes(folder.resolve("train/down/00.png"));
    Files.write(folder.resolve("train/down/00.png"), Arrays.copyOf(good, 40));
    assertTrainFails(List.of("--strict"), "down/00.png: ends too early");
    Path out = folder.resolve("out");
    Processes.Result result = run("train", recipe, "--out", out, "--set", "training.until=1 step");
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.errLines().subList(0, 3))
        .containsExactly(
            "gloss: down/00.png: ends too early",
            "gloss: 1 file left out; --strict refuses such files",
            "bars: 475 parameters, 3 classes of pictures of 8 × 8, grey; training on 107 pictures,"
                + " validating on 12");
    Path bad = folder.resolve("train/down/00.png");
    assertFails(run("classify", model, bad, "--strict"), "00.png: ends too early");
    Processes.Result none = run("classify", model, bad);
    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.errLines()).hasSize(3).last().asString().endsWith("has no pictures");
  }

  @Test
  void whatCannotBeLearnedFromIsRefused() throws IOException {
    assertTrainFails(List.of("--set", "data.train.images=train/down"), "lies in no folder");
    assertTrainFails(List.of("--set", "data.train.images=none"), "none: no such file or folder");
    Images.write(folder.resolve("one/down/1.png"), Images.png(8, 8, 0));
    assertTrainFails(
        List.of("--set", "data.train.images=one", "--set", "data.valid.images=one"),
        "all pictures are of one class, 'down'");
    Files.createDirectory(folder.resolve("empty"));
    assertTrainFails(List.of("--set", "data.train.images=empty"), "has no pictures");
    assertTrainFails(List.of("--set", "data.hold-out.valid=0.001"), "too few");
    assertTrainFails(List.of("--set", "network.channels=[8, 8, 8, 8]"), "cannot be halved 4 times");
    assertTrainFails(
        List.of("--set", "augment.mix-up=0.2", "--set", "loss.type=hinge"),
        "augment.mix-up",
        "takes shares of classes");
    assertTrainFails(List.of("--set", "images.width=3"), "images.height");
    Images.write(folder.resolve("i.idx"), Images.idx(new byte[7], 2, 2, 2));
    Images.write(folder.resolve("l.idx"), Images.idx(new byte[2], 2));
    assertTrainFails(
        List.of("--set", "data.train={images: i.idx, labels: l.idx}"), "i.idx: ends too early");
    assertTrainFails(List.of("--set", "data.train.images=i.idx"), "i.idx: ends too early");
  }

  @Test
  void wrongModelsAndOptionsAreRefused() {
    Path picture = folder.resolve("test/down/45.png");
    assertFails(run("classify", folder, picture), "is not a model");
    assertFails(run("classify", model, picture, "--top", 0), "--top must be 1 or more");
    assertFails(run("classify", model, folder.resolve("none.png")), "no such file or folder");
    assertFails(run("classify", model), "INPUT");
    assertFails(run("translate", model), "is not a model for translation");
    assertFails(run("evaluate", model, "--split", "tset"), "no split 'tset'; did you mean 'test'?");
    assertFails(run("evaluate", model, "-m", "bleu"), "no metric of classes is called 'bleu'");
  }

  @Test
  void aProcessTrainsAndClassifies() {
    Path out = folder.resolve("out");
    Processes.Result trained =
        Processes.gloss(
                "train",
                recipe.toString(),
                "--out",
                out.toString(),
                "--set",
                "training.until=1 epoch")
            .run();
    assertThat(trained.exit()).as(trained.err()).isZero();
    Processes.Result classified =
        Processes.gloss("classify", out.toString(), folder.resolve("test/down").toString())
            .run()
            .ok();
    assertThat(classified.out().lines()).hasSize(10);
  }
}
