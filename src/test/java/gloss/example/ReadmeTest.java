package gloss.example;

import static org.assertj.core.api.Assertions.assertThat;

import gloss.pipeline.Translator;
import gloss.task.TinyBulletins;
import gloss.task.TinyCorpus;
import gloss.task.image.TinyPictures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Java of the README, compiled and run as it stands there, with tiny models where it has its
 * models. Classes are files of their own; statements go into a method.
 */
@Timeout(200)
class ReadmeTest {
  private static final Pattern BLOCK = Pattern.compile("(?s)```java\n(.*?)```");
  private static final Pattern CLASS = Pattern.compile("(?m)^(?:final )?class (\\w+)");

  /** What an editor adds to code without imports. */
  private static final String IMPORTS =
      """
      import ai.djl.ndarray.*;
      import ai.djl.ndarray.types.*;
      import ai.djl.nn.*;
      import ai.djl.nn.core.*;
      import gloss.loss.*;
      import gloss.nn.Pass;
      import gloss.pipeline.*;
      import gloss.recipe.*;
      import gloss.train.*;
      import java.io.PrintWriter;
      import java.nio.file.Path;
      """;

  @TempDir private Path folder;

  @Test
  void whatTheReadmeShowsCompilesAndRuns() throws Exception {
    List<String> blocks =
        BLOCK
            .matcher(Files.readString(Path.of("README.md")))
            .results()
            .map(block -> block.group(1))
            .toList();
    assertThat(blocks).hasSize(4);
    List<String> calls = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    for (String block : blocks) {
      files.add(source(block, files.size(), calls));
    }
    String main =
        "public class All { public static void main(String[] a) throws Exception {%s} }"
            .formatted(String.join("\n", calls));
    files.add(Files.writeString(folder.resolve("All.java"), main));
    compile(files);
    models();
    String out = run();
    try (Translator translator = Translator.load(folder.resolve("models/phrasebook-en-fr"))) {
      assertThat(out).startsWith(translator.translate("Where is the station?") + "\n[BLEU|");
    }
    assertThat(folder.resolve("models/sine/model.json")).exists();
  }

  /** A file for a block; what runs it is added to {@code calls}. */
  private Path source(String block, int number, List<String> calls) throws IOException {
    List<MatchResult> classes = CLASS.matcher(block).results().toList();
    if (classes.isEmpty()) {
      String name = "Block" + number;
      calls.add(name + ".run();");
      String method = "static void run() throws Exception {\n" + block + "}";
      return Files.writeString(
          folder.resolve(name + ".java"), IMPORTS + "class " + name + " {" + method + "}");
    }
    assertThat(classes).hasSize(1);
    String name = classes.get(0).group(1);
    if (block.contains("void main(")) {
      calls.add(name + ".main(new String[0]);");
    }
    return Files.writeString(
        folder.resolve(name + ".java"), block.startsWith("import ") ? block : IMPORTS + block);
  }

  private void compile(List<Path> files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-proc:none",
                "-d",
                folder.toString(),
                "-cp",
                System.getProperty("java.class.path")));
    files.forEach(file -> arguments.add(file.toString()));
    java.io.ByteArrayOutputStream messages = new java.io.ByteArrayOutputStream();
    int exit = compiler.run(null, messages, messages, arguments.toArray(String[]::new));
    assertThat(exit).as(messages.toString(StandardCharsets.UTF_8)).isZero();
  }

  /** Models and a picture at the places that the README names. */
  private void models() throws IOException {
    String[] briefly = {"training.until=[10 steps]", "training.validate.every=10 steps"};
    Path models = Files.createDirectories(folder.resolve("models"));
    Files.move(
        TinyCorpus.train(folder.resolve("pairs"), briefly), models.resolve("phrasebook-en-fr"));
    Files.move(TinyBulletins.train(folder.resolve("texts"), briefly), models.resolve("bulletins"));
    Path pictures = folder.resolve("pictures");
    Files.move(TinyPictures.train(pictures, "training.until=[1 epochs]"), models.resolve("glyphs"));
    Path examples = Files.createDirectories(folder.resolve("corpora/glyphs/examples/A"));
    Files.copy(pictures.resolve("test/down/45.png"), examples.resolve("0.png"));
  }

  private String run() throws IOException, InterruptedException {
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dai.djl.offline=true",
                "-cp",
                folder + java.io.File.pathSeparator + System.getProperty("java.class.path"),
                "All")
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(150, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(err)).isZero();
    return Files.readString(out);
  }
}
